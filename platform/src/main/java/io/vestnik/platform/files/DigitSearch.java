package io.vestnik.platform.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Whether a file names one of these numbers, however it is written: with the signs that people put between digits, in a text of any
 * usual encoding, in a spreadsheet, in an archive within an archive. What cannot be looked into is taken to name them.
 */
final class DigitSearch {
    /** The last digits of a number are the same whether it begins with 8, 7 or +7. */
    private static final int TAIL = 10;

    private static final int DEEPEST = 3;
    private static final int BUFFER = 1 << 16;
    /** An old binary workbook keeps numbers in a form of its own. */
    private static final byte[] BINARY_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final List<byte[]> tails;

    DigitSearch(Collection<String> phones) {
        this.tails = phones.stream()
                .map(phone -> phone.substring(Math.max(0, phone.length() - TAIL)))
                .distinct()
                .map(tail -> tail.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .toList();
    }

    /** An archive is read by its own table of contents, which also tells of entries whose sizes a stream cannot know. */
    boolean in(Path file) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
                return in(new SequenceInputStream(new ByteArrayInputStream(head), in), 0);
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (in(in, 1)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    boolean in(InputStream file) throws IOException {
        return in(file, 0);
    }

    private boolean in(InputStream given, int depth) throws IOException {
        BufferedInputStream in = new BufferedInputStream(given, BUFFER);
        in.mark(BINARY_WORKBOOK.length);
        byte[] head = in.readNBytes(BINARY_WORKBOOK.length);
        in.reset();
        if (depth > DEEPEST || java.util.Arrays.equals(head, BINARY_WORKBOOK)) {
            return true;
        }
        if (head.length == BINARY_WORKBOOK.length && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return inEntries(new ZipInputStream(in), depth);
        }
        if (head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
            return in(new GZIPInputStream(in, BUFFER), depth + 1);
        }
        return inBytes(in);
    }

    private boolean inEntries(ZipInputStream zip, int depth) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (in(zip, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Digits in a row, whatever signs lie between them; a byte of nought is half of a character of UTF-16. */
    private boolean inBytes(InputStream in) throws IOException {
        byte[] ring = new byte[TAIL];
        int digits = 0;
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                byte b = buffer[i];
                if (b >= '0' && b <= '9') {
                    ring[digits % TAIL] = b;
                    digits++;
                    if (ends(ring, digits)) {
                        return true;
                    }
                } else if (!isBetween(b)) {
                    digits = 0;
                }
            }
        }
        return false;
    }

    private boolean ends(byte[] ring, int digits) {
        for (byte[] tail : tails) {
            if (digits >= tail.length && endsWith(ring, digits, tail)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(byte[] ring, int digits, byte[] tail) {
        for (int i = 1; i <= tail.length; i++) {
            if (ring[(digits - i) % TAIL] != tail[tail.length - i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(byte b) {
        return switch (b) {
            case 0, ' ', '(', ')', '-', '.', '+', (byte) 0xA0, (byte) 0xC2 -> true;
            default -> false;
        };
    }
}
