package io.vestnik.platform.numbering.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads rows of ported numbers: an international number, with or without a plus, and its operator's code or name. */
final class PortedRows {
    private static final Pattern PHONE = Pattern.compile("\\+?[1-9]\\d{6,14}");

    private final Function<String, Optional<Network>> networks;

    /**
     * Rows whose operators are found so.
     *
     * @param networks a network by its code or name
     */
    PortedRows(Function<String, Optional<Network>> networks) {
        this.networks = networks;
    }

    /** What is in a row. */
    sealed interface Reading {
        record Ported(long number, Network network) implements Reading {}

        record Refused(RowRefusal reason) implements Reading {}
    }

    /** Whether a first row is a header: its first cell is no number. */
    static boolean isHeader(List<String> cells) {
        return cells.getFirst().chars().noneMatch(Character::isDigit);
    }

    Reading read(List<String> cells) {
        String phone = cells.getFirst().strip().replaceAll("[\\s()-]", "");
        if (!PHONE.matcher(phone).matches()) {
            return new Reading.Refused(RowRefusal.NOT_A_PHONE);
        }
        String operator = cells.size() < 2 ? "" : cells.get(1).strip();
        if (operator.isEmpty()) {
            return new Reading.Refused(RowRefusal.NO_OPERATOR);
        }
        return networks.apply(operator)
                .<Reading>map(network -> new Reading.Ported(Digits.value(phone.replace("+", "")), network))
                .orElseGet(() -> new Reading.Refused(RowRefusal.UNKNOWN_OPERATOR));
    }
}
