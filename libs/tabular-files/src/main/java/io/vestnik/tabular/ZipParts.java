package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Parts of a zip package, unpacked no further than the limits allow. */
final class ZipParts implements Closeable {

    /** A workbook has some dozens of parts; the zip's list of them is the one thing that is read into the heap whole. */
    private static final int MAX_PARTS = 20_000;

    private static final int MAX_LIST_BYTES = 4 * 1024 * 1024;

    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 65_535;

    private final ZipFile zip;
    private final ReadLimits limits;
    private final Map<String, Part> parts = new HashMap<>();
    private long unpacked;

    private ZipParts(ZipFile zip, ReadLimits limits) {
        this.zip = zip;
        this.limits = limits;
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> parts.put(key(entry.getName()), new Part(entry)));
    }

    /** Throws {@link UnreadableTableException} where it is no zip or a bomb. */
    static ZipParts open(Path path, ReadLimits limits) throws IOException {
        checkList(path);
        try {
            ZipFile zip = new ZipFile(path.toFile());
            if (zip.size() > MAX_PARTS) {
                zip.close();
                throw bomb("more than " + MAX_PARTS + " parts");
            }
            return new ZipParts(zip, limits);
        } catch (ZipException e) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a broken zip: " + e.getMessage(), e);
        }
    }

    /** Every end record in the tail is believed in the worst, since readers differ in which of several they take. */
    private static void checkList(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(file.length(), END_RECORD + MAX_COMMENT)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            ByteBuffer tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = bytes.length - END_RECORD; at >= 0; at--) {
                if (tail.getInt(at) == 0x06054B50) {
                    long size = Integer.toUnsignedLong(tail.getInt(at + 12));
                    checkListSize(size == 0xFFFFFFFFL ? wideSize(file, file.length() - bytes.length + at) : size);
                }
            }
        }
    }

    /** The size in the zip64 end record, found through its locator 20 bytes before the plain one (APPNOTE 4.3.14, 4.3.15). */
    private static long wideSize(RandomAccessFile file, long endRecord) throws IOException {
        long locator = endRecord - 20;
        if (locator < 0 || little(file, locator, Integer.BYTES) != 0x07064B50) {
            return 0;
        }
        long record = little(file, locator + 8, Long.BYTES);
        boolean inside = record >= 0 && record + 48 <= file.length();
        return inside ? little(file, record + 40, Long.BYTES) : 0;
    }

    private static long little(RandomAccessFile file, long at, int bytes) throws IOException {
        file.seek(at);
        return bytes == Long.BYTES ? Long.reverseBytes(file.readLong()) : Integer.reverseBytes(file.readInt());
    }

    private static void checkListSize(long size) {
        if (size < 0 || size > MAX_LIST_BYTES) {
            throw bomb("a list of parts of " + size + " bytes");
        }
    }

    private static UnreadableTableException bomb(String detail) {
        return new UnreadableTableException(RefusalReason.ZIP_BOMB, detail);
    }

    /** Some programs write names with other case or with backslashes; Excel opens them. */
    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** The part unpacked as a stream, or empty where there is none. */
    Optional<Unpacked> unpack(String name) throws IOException {
        Part part = parts.get(key(name));
        if (part == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Unpacked(part, zip.getInputStream(part.entry)));
        } catch (ZipException e) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a broken part: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Part {
        private final ZipEntry entry;
        private long furthest;

        Part(ZipEntry entry) {
            this.entry = entry;
        }
    }

    /** Bytes of one part; throws {@link UnreadableTableException} where they are too many. */
    final class Unpacked extends InputStream {

        private final Part part;
        private final InputStream in;
        private long position;

        private Unpacked(Part part, InputStream in) {
            this.part = part;
            this.in = in;
        }

        /** The share of the part that was read, from 0 to 1, as far as the list of parts tells the truth. */
        double share() {
            return part.entry.getSize() <= 0 ? 1 : Math.min(1, (double) position / part.entry.getSize());
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            if (got > 0) {
                count(got);
            }
            return got;
        }

        private void count(int bytes) {
            position += bytes;
            if (position <= part.furthest) {
                return;
            }
            unpacked += position - part.furthest;
            part.furthest = position;
            if (unpacked > limits.unpackedBytes()) {
                throw bomb("over " + limits.unpackedBytes() + " bytes unpacked");
            }
            long packed = Math.max(1, part.entry.getCompressedSize());
            if (position > 1024 * 1024 && position / limits.unpackRatio() > packed) {
                throw bomb("a part unpacks over " + limits.unpackRatio() + " times");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
