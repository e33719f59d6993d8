package io.vestnik.tabular;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a compound file ([MS-CFB] version 3) of one stream whose size is known: sector after sector, nothing is kept. */
final class CompoundWriter {

    /** A smaller stream would have to lie among the small ones, so it is filled up with zeros. */
    private static final int SMALLEST = 4_096;

    private static final int SECTOR = 512;
    private static final int PER_SECTOR = SECTOR / Integer.BYTES;
    private static final int IN_HEADER = 109;
    private static final int END_OF_CHAIN = -2;
    private static final int FREE = -1;
    private static final int FAT = -3;
    private static final int DIFAT = -4;

    private final String name;
    private final long size;
    private final int content;
    private final int fats;
    private final int difats;

    /** Refuses a stream of 2 GiB or more, the most that a file of this version holds. */
    CompoundWriter(String name, long size) {
        if (size > Integer.MAX_VALUE - SECTOR) {
            throw new IllegalArgumentException("A compound file of this version holds less than 2 GiB, not " + size);
        }
        this.name = name;
        this.size = Math.max(SMALLEST, size);
        this.content = (int) Math.ceilDiv(this.size, SECTOR);
        int sectors = content + 1;
        int fatsSoFar = 0;
        int difatsSoFar = 0;
        // The tables describe their own sectors too.
        while (true) {
            int needed = Math.ceilDiv(sectors + fatsSoFar + difatsSoFar, PER_SECTOR);
            int neededDifats = Math.ceilDiv(Math.max(0, needed - IN_HEADER), PER_SECTOR - 1);
            if (needed == fatsSoFar && neededDifats == difatsSoFar) {
                break;
            }
            fatsSoFar = needed;
            difatsSoFar = neededDifats;
        }
        this.fats = fatsSoFar;
        this.difats = difatsSoFar;
    }

    /** Writes the content to a stream that it gets. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Sectors: the content, the directory, the tables, the tables of the tables. The content is as long as was said. */
    void write(OutputStream to, long said, Content bytes) throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        out.write(header());
        bytes.writeTo(out);
        out.write(new byte[(int) ((long) content * SECTOR - said)]);
        out.write(directory());
        writeFat(out);
        writeDifat(out);
        out.flush();
    }

    private byte[] header() {
        byte[] sector = new byte[SECTOR];
        ByteBuffer header = little(sector);
        header.putLong(0, 0xE11AB1A1E011CFD0L).putShort(24, (short) 0x3E).putShort(26, (short) 3);
        header.putShort(28, (short) 0xFFFE).putShort(30, (short) 9).putShort(32, (short) 6);
        header.putInt(44, fats).putInt(48, content).putInt(56, SMALLEST).putInt(60, END_OF_CHAIN);
        header.putInt(68, difats == 0 ? END_OF_CHAIN : firstFat() + fats).putInt(72, difats);
        for (int i = 0; i < IN_HEADER; i++) {
            header.putInt(76 + i * Integer.BYTES, i < fats ? firstFat() + i : FREE);
        }
        return sector;
    }

    private int firstFat() {
        return content + 1;
    }

    private byte[] directory() {
        byte[] sector = new byte[SECTOR];
        ByteBuffer directory = little(sector);
        entry(directory, 0, "Root Entry", 5, END_OF_CHAIN, 0);
        directory.putInt(76, 1);
        entry(directory, 1, name, 2, 0, size);
        for (int free = 2; free < 4; free++) {
            for (int link = 68; link < 80; link += 4) {
                directory.putInt(free * 128 + link, FREE);
            }
        }
        return sector;
    }

    private static void entry(ByteBuffer directory, int number, String name, int type, int start, long size) {
        int at = number * 128;
        byte[] encoded = name.getBytes(StandardCharsets.UTF_16LE);
        directory.put(at, encoded).putShort(at + 64, (short) (encoded.length + 2));
        directory.put(at + 66, (byte) type).put(at + 67, (byte) 1);
        directory.putInt(at + 68, FREE).putInt(at + 72, FREE).putInt(at + 76, FREE);
        directory.putInt(at + 116, start).putInt(at + 120, (int) size);
    }

    private void writeFat(OutputStream out) throws IOException {
        byte[] sector = new byte[SECTOR];
        ByteBuffer entries = little(sector);
        for (int number = 0; number < fats * PER_SECTOR; number++) {
            entries.putInt(fatEntry(number));
            if (!entries.hasRemaining()) {
                out.write(sector);
                entries.clear();
            }
        }
    }

    private int fatEntry(int sector) {
        if (sector < content) {
            return sector == content - 1 ? END_OF_CHAIN : sector + 1;
        }
        int behind = sector - firstFat();
        if (behind < 0) {
            return END_OF_CHAIN;
        }
        return behind < fats ? FAT : behind < fats + difats ? DIFAT : FREE;
    }

    private void writeDifat(OutputStream out) throws IOException {
        for (int number = 0; number < difats; number++) {
            byte[] sector = new byte[SECTOR];
            ByteBuffer entries = little(sector);
            for (int i = 0; i < PER_SECTOR - 1; i++) {
                int fat = IN_HEADER + number * (PER_SECTOR - 1) + i;
                entries.putInt(fat < fats ? firstFat() + fat : FREE);
            }
            entries.putInt(number + 1 < difats ? firstFat() + fats + number + 1 : END_OF_CHAIN);
            out.write(sector);
        }
    }

    private static ByteBuffer little(byte[] sector) {
        return ByteBuffer.wrap(sector).order(ByteOrder.LITTLE_ENDIAN);
    }
}
