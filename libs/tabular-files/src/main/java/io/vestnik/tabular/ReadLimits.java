package io.vestnik.tabular;

/**
 * How much of a foreign file is read before it is refused; every limit is at least 1.
 *
 * @param fileBytes size of the file as stored
 * @param unpackedBytes bytes unpacked from one workbook, each part of it counted once however often it is read
 * @param unpackRatio unpacked bytes for one packed byte of a part; the first MiB is free, small parts pack well
 * @param rows rows with anything in them, of one sheet, the header among them
 * @param cellChars UTF-16 units of a cell; Excel itself stops at 32,767
 * @param rowChars UTF-16 units of all cells of a row
 */
public record ReadLimits(long fileBytes, long unpackedBytes, int unpackRatio, long rows, int cellChars, int rowChars) {

    private static final long MIB = 1024L * 1024;

    /** Refuses limits below 1. */
    public ReadLimits {
        if (Math.min(Math.min(fileBytes, unpackedBytes), rows) < 1
                || Math.min(Math.min(cellChars, rowChars), unpackRatio) < 1) {
            throw new IllegalArgumentException("A limit is below 1");
        }
    }

    /** 512 MiB packed, 2 GiB unpacked, ratio 100, 2,000,000 rows and their header, cells of 32 K, rows of 1 M characters. */
    public static ReadLimits standard() {
        return new ReadLimits(512 * MIB, 2048 * MIB, 100, 2_000_001, 32 * 1024, 1024 * 1024);
    }

    /** The same limits with another number of rows. */
    public ReadLimits withRows(long most) {
        return new ReadLimits(fileBytes, unpackedBytes, unpackRatio, most, cellChars, rowChars);
    }

    /** The same limits with another size of the file as stored. */
    public ReadLimits withFileBytes(long most) {
        return new ReadLimits(most, unpackedBytes, unpackRatio, rows, cellChars, rowChars);
    }
}
