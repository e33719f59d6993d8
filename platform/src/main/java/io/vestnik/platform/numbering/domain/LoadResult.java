package io.vestnik.platform.numbering.domain;

import java.util.List;
import java.util.Map;

/**
 * What a load has found.
 *
 * @param ranges taken rows: ranges of a register, or ported numbers
 * @param numbers how many numbers they are
 * @param operators how many operators have them
 * @param regions in how many regions they are; 0 for ported numbers
 * @param strangers operators that our table does not know, those with most numbers first, at most {@link #LISTED}
 * @param placeless spellings of regions that our table does not know, with how many ranges; those have the country's zone
 * @param refused how many rows were refused
 * @param reasons how many for which reason
 * @param rows the first refused rows, at most {@link #LISTED}
 */
public record LoadResult(
        long ranges,
        long numbers,
        int operators,
        int regions,
        List<Stranger> strangers,
        Map<String, Long> placeless,
        long refused,
        Map<RowRefusal, Long> reasons,
        List<Row> rows) {
    /** How many of a kind are listed by name. */
    public static final int LISTED = 200;

    /** An operator with a code of our own making. */
    public record Stranger(String code, String name, long numbers) {}

    /** A refused row, by its number in the file. */
    public record Row(long number, RowRefusal reason) {}
}
