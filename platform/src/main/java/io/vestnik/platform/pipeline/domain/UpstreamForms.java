package io.vestnik.platform.pipeline.domain;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The ways in which one id of a network may be written: its answers and receipts do not always agree on base, case and zeros. */
final class UpstreamForms {
    private static final int LONGEST_NUMBER = 32;
    private static final int DECIMAL = 10;
    private static final int HEX = 16;
    private static final Predicate<String> DECIMALS = Pattern.compile("[0-9]+").asMatchPredicate();
    private static final Predicate<String> HEXES =
            Pattern.compile("[0-9A-Fa-f]+").asMatchPredicate();

    private UpstreamForms() {}

    /** What was typed first. */
    static List<String> of(String typed) {
        Set<String> forms = new LinkedHashSet<>(
                List.of(typed, typed.toLowerCase(Locale.ROOT), typed.toUpperCase(Locale.ROOT), withoutZeros(typed)));
        if (typed.length() <= LONGEST_NUMBER) {
            if (DECIMALS.test(typed)) {
                number(new BigInteger(typed, DECIMAL).toString(HEX), forms);
            }
            if (HEXES.test(typed)) {
                number(new BigInteger(typed, HEX).toString(DECIMAL), forms);
            }
        }
        return List.copyOf(forms);
    }

    /** Networks that write eight hexadecimal digits fill up with zeros. */
    private static void number(String digits, Set<String> forms) {
        forms.add(digits);
        forms.add(digits.toUpperCase(Locale.ROOT));
        String filled = "0".repeat(Math.max(0, 8 - digits.length())) + digits;
        forms.add(filled);
        forms.add(filled.toUpperCase(Locale.ROOT));
    }

    private static String withoutZeros(String id) {
        int from = 0;
        while (from < id.length() - 1 && id.charAt(from) == '0') {
            from++;
        }
        return id.substring(from);
    }
}
