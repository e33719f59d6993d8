package io.vestnik.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The character that parts the cells: the one that stands outside quotes equally often in most rows. */
final class SeparatorGuess {

    /** Of equals the first wins: a comma is also a decimal mark and stands within names and addresses. */
    private static final String CANDIDATES = ";\t|,";

    private static final int ENOUGH_ROWS = 500;

    private SeparatorGuess() {}

    /** The separator that Excel's first line {@code sep=;} names. */
    static Optional<Character> declared(String text) {
        boolean line =
                text.length() >= 5 && text.regionMatches(true, 0, "sep=", 0, 4) && "\r\n\"".indexOf(text.charAt(4)) < 0;
        return line && (text.length() == 5 || text.charAt(5) == '\r' || text.charAt(5) == '\n')
                ? Optional.of(text.charAt(4))
                : Optional.empty();
    }

    /** The separator of a text that may be cut at its end; empty where it has one column. */
    static Optional<Character> of(String text, boolean whole, @Nullable String fileName) {
        List<int[]> rows = counts(text, whole);
        String order = fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".tsv") ? "\t;|," : CANDIDATES;
        Optional<Character> best = Optional.empty();
        double bestShare = 0;
        for (int i = 0; i < order.length(); i++) {
            char candidate = order.charAt(i);
            double share = share(rows, CANDIDATES.indexOf(candidate));
            if (share > bestShare + 0.05) {
                bestShare = share;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** The share of rows that have the most usual number of the candidate; 0 where fewer than half have any. */
    private static double share(List<int[]> rows, int candidate) {
        Map<Integer, Integer> rowsByCount = new HashMap<>();
        int having = 0;
        for (int[] row : rows) {
            if (row[candidate] > 0) {
                having++;
                rowsByCount.merge(row[candidate], 1, Integer::sum);
            }
        }
        int most =
                rowsByCount.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return having * 2 >= rows.size() && having > 0 ? (having + most) / (2.0 * rows.size()) : 0;
    }

    private static List<int[]> counts(String text, boolean whole) {
        List<int[]> rows = new ArrayList<>();
        int[] row = new int[CANDIDATES.length()];
        boolean quoted = false;
        boolean cellBegins = true;
        boolean anything = false;
        for (int i = 0; i < text.length() && rows.size() < ENOUGH_ROWS; i++) {
            char c = text.charAt(i);
            if (quoted) {
                // A doubled quote closes and opens again, which comes to the same.
                quoted = c != '"';
                continue;
            }
            if (c == '\n' || c == '\r') {
                if (anything) {
                    rows.add(row);
                    row = new int[CANDIDATES.length()];
                }
                anything = false;
                cellBegins = true;
                continue;
            }
            int candidate = CANDIDATES.indexOf(c);
            quoted = c == '"' && (cellBegins || text.charAt(i - 1) == '"');
            cellBegins = candidate >= 0;
            anything |= !Character.isWhitespace(c);
            if (candidate >= 0) {
                row[candidate]++;
            }
        }
        // Without a line end the last row counts when it is complete, or when there is no other.
        if (anything && !quoted && (whole || rows.isEmpty())) {
            rows.add(row);
        }
        return rows;
    }
}
