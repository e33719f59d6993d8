package io.vestnik.platform.numbering.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of the Russian register: a code of three digits, and the first and the last of seven-digit numbers. Cells may
 * be padded, numbers come with and without leading zeros, the region may be in one of two columns or a dash.
 */
final class RegisterRows {
    private static final Pattern CODE = Pattern.compile("[3489]\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final long COUNTRY = 7_000_000_0000L;
    private static final long OF_A_CODE = 1_000_0000L;

    private final RegisterColumns columns;
    private final OperatorNames operators;
    private final RegionNames regions;

    RegisterRows(RegisterColumns columns, OperatorNames operators, RegionNames regions) {
        this.columns = columns;
        this.operators = operators;
        this.regions = regions;
    }

    /** What is in a row. */
    sealed interface Reading {
        /**
         * A range.
         *
         * @param last included
         * @param region our key; none when the subject is not known, which is then {@code written}
         */
        record Range(
                long first,
                long last,
                Network network,
                @Nullable String region,
                String written) implements Reading {}

        record Refused(RowRefusal reason) implements Reading {}
    }

    Reading read(List<String> cells) {
        String code = cell(cells, columns.code());
        String from = cell(cells, columns.from());
        String to = cell(cells, columns.to());
        if (!CODE.matcher(code).matches()) {
            return new Reading.Refused(RowRefusal.NOT_A_CODE);
        }
        if (!NUMBER.matcher(from).matches() || !NUMBER.matcher(to).matches()) {
            return new Reading.Refused(RowRefusal.NOT_A_NUMBER);
        }
        long base = COUNTRY + Long.parseLong(code) * OF_A_CODE;
        long first = base + Long.parseLong(from);
        long last = base + Long.parseLong(to);
        if (last < first) {
            return new Reading.Refused(RowRefusal.BACKWARDS);
        }
        String capacity = cell(cells, columns.capacity());
        if (!capacity.isEmpty() && !capacity.equals(Long.toString(last - first + 1))) {
            return new Reading.Refused(RowRefusal.WRONG_CAPACITY);
        }
        String operator = cell(cells, columns.operator());
        if (operator.isEmpty() || operator.equals("-")) {
            return new Reading.Refused(RowRefusal.NO_OPERATOR);
        }
        String territory = cell(cells, columns.territory());
        String region = cell(cells, columns.region());
        Optional<String> key = regions.key(territory).or(() -> regions.key(region));
        Network network = operators.of(operator, cell(cells, columns.inn()));
        return new Reading.Range(first, last, network, key.orElse(null), territory.isEmpty() ? region : territory);
    }

    private static String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }
}
