package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The container of Office before 2007 and of encrypted workbooks ([MS-CFB]): its list of streams, and one of them at a time. */
final class CompoundFile implements Closeable {

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int FAT_SECTORS_IN_HEADER = 109;
    private static final int MINI_SECTOR = 64;

    /** Real files keep what we look for among the first dozen entries; a loop in the chain ends here too. */
    private static final int MAX_DIRECTORY_SECTORS = 64;

    private static final String ROOT = "Root Entry";

    private final SeekableByteChannel file;
    private final ByteBuffer header;
    private final int sectorSize;
    private final Map<String, Entry> streams;
    private final Table fat = new Table();
    private final Table difat = new Table();
    private final Table miniFat = new Table();
    private int lastPart = -1;
    private int lastFatSector;

    private CompoundFile(SeekableByteChannel file, ByteBuffer header) throws IOException {
        this.file = file;
        this.header = header;
        this.sectorSize = header.getShort(30) == 12 ? 4096 : 512;
        this.streams = readStreams();
    }

    /** A stream's first sector and size in bytes. */
    private record Entry(int start, long size) {}

    /** The sector of a table that was read last: chains mostly stay within one. */
    private static final class Table {
        private int number = -1;
        private ByteBuffer entries = ByteBuffer.allocate(0);
    }

    /** Opens a compound file; none where it has no readable directory. The caller closes it. */
    static Optional<CompoundFile> open(Path path) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path);
        try {
            Optional<ByteBuffer> header = read(file, 0, HEADER);
            if (header.isPresent()) {
                CompoundFile opened = new CompoundFile(file, header.get());
                if (!opened.streams.isEmpty()) {
                    return Optional.of(opened);
                }
            }
            file.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    boolean has(String name) {
        return streams.containsKey(name);
    }

    private Map<String, Entry> readStreams() throws IOException {
        Map<String, Entry> found = new HashMap<>();
        int sector = header.getInt(48);
        for (int walked = 0; sector >= 0 && walked < MAX_DIRECTORY_SECTORS; walked++) {
            Optional<ByteBuffer> directory = sector(sector);
            if (directory.isEmpty()) {
                return found;
            }
            for (int at = 0; at < sectorSize; at += ENTRY) {
                Entry entry = new Entry(
                        directory.get().getInt(at + 116),
                        Integer.toUnsignedLong(directory.get().getInt(at + 120)));
                name(directory.get(), at).ifPresent(name -> found.putIfAbsent(name, entry));
            }
            sector = following(sector);
        }
        return found;
    }

    /** Names are UTF-16LE with a closing zero, their length in bytes at offset 64. */
    private static Optional<String> name(ByteBuffer directory, int at) {
        int length = directory.getShort(at + 64);
        if (length < 4 || length > 64) {
            return Optional.empty();
        }
        byte[] name = new byte[length - 2];
        directory.get(at, name);
        return Optional.of(new String(name, StandardCharsets.UTF_16LE));
    }

    /** The content of a stream from its beginning; refuses a name that is not there. */
    InputStream stream(String name) {
        Entry entry = streams.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("No such stream: " + name);
        }
        return new Content(entry, entry.size() < header.getInt(56) && !name.equals(ROOT));
    }

    private int following(int sector) throws IOException {
        int perSector = sectorSize / Integer.BYTES;
        int part = sector / perSector;
        if (part != lastPart) {
            lastFatSector = fatSector(part);
            lastPart = part;
        }
        return entry(fat, lastFatSector, sector % perSector);
    }

    /** The sector that a part of the FAT lies in: the first 109 are in the header, the others in a chain of sectors. */
    private int fatSector(int part) throws IOException {
        if (part < FAT_SECTORS_IN_HEADER) {
            return header.getInt(76 + part * Integer.BYTES);
        }
        int perSector = sectorSize / Integer.BYTES - 1;
        int behind = part - FAT_SECTORS_IN_HEADER;
        int sector = header.getInt(68);
        for (int walked = 0; walked < behind / perSector && sector >= 0; walked++) {
            sector = entry(difat, sector, perSector);
        }
        return entry(difat, sector, behind % perSector);
    }

    private int entry(Table table, int sector, int index) throws IOException {
        if (table.number != sector) {
            Optional<ByteBuffer> entries = sector(sector);
            if (entries.isEmpty()) {
                return -1;
            }
            table.number = sector;
            table.entries = entries.get();
        }
        return table.entries.getInt(index * Integer.BYTES);
    }

    private Optional<ByteBuffer> sector(int number) throws IOException {
        return number < 0 ? Optional.empty() : read(file, (number + 1L) * sectorSize, sectorSize);
    }

    /** The last sector of a file may be cut short where nothing stands in it. */
    private static Optional<ByteBuffer> read(SeekableByteChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(at);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.flip());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static UnreadableTableException cut() {
        return new UnreadableTableException(RefusalReason.DAMAGED, "a stream of the compound file breaks off");
    }

    /** Bytes of one stream, a sector at a time; it ends with its size, so that a loop in its chain ends too. */
    private final class Content extends InputStream {

        private final boolean mini;
        private long left;
        private int next;
        private ByteBuffer sector = ByteBuffer.allocate(0);

        Content(Entry entry, boolean mini) {
            this.mini = mini;
            this.left = entry.size();
            this.next = entry.start();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            if (!sector.hasRemaining()) {
                advance();
            }
            int taken = (int) Math.min(Math.min(length, sector.remaining()), left);
            sector.get(bytes, offset, taken);
            left -= taken;
            return taken;
        }

        private void advance() throws IOException {
            if (next < 0) {
                throw cut();
            }
            if (mini) {
                sector = miniSector(next);
                next = entry(
                        miniFat,
                        chained(header.getInt(60), next / (sectorSize / Integer.BYTES)),
                        next % (sectorSize / Integer.BYTES));
            } else {
                sector = sector(next).orElseThrow(CompoundFile::cut);
                next = following(next);
            }
        }

        /** Small streams lie in sectors of 64 bytes within the root's stream. */
        private ByteBuffer miniSector(int number) throws IOException {
            Entry root = streams.get(ROOT);
            if (root == null) {
                throw cut();
            }
            long at = (long) number * MINI_SECTOR;
            int holder = chained(root.start(), (int) (at / sectorSize));
            ByteBuffer whole = sector(holder).orElseThrow(CompoundFile::cut);
            return whole.slice((int) (at % sectorSize), MINI_SECTOR);
        }

        /** The sector that stands so many places behind the first of its chain; small streams make short chains. */
        private int chained(int first, int places) throws IOException {
            int sectorNumber = first;
            for (int i = 0; i < places && sectorNumber >= 0; i++) {
                sectorNumber = following(sectorNumber);
            }
            return sectorNumber;
        }
    }
}
