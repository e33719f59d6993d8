package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.kernel.AccountId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds phones by digits anywhere in them, by the index of each four digits in a row. */
final class PhoneDigits {
    /** From how many digits on the index finds them. */
    static final int LEAST = 4;

    private static final int USUAL = 11;
    private static final int LONGEST = 15;
    private static final long ROOM = 10_000;

    /** As the index is made; only the same text is looked up in it. */
    private static final String INDEXED =
            "(CASE WHEN length(c.phone) > " + USUAL + " THEN " + keys(LONGEST) + " ELSE " + keys(USUAL) + " END)";

    private PhoneDigits() {}

    /** What a phone with these digits meets, and few others do; numbers only, so that nothing typed gets into the statement. */
    static String sql(AccountId account, String digits) {
        return INDEXED
                + IntStream.rangeClosed(0, digits.length() - LEAST)
                        .mapToObj(at -> account.value() * ROOM + Integer.parseInt(digits.substring(at, at + LEAST)))
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", " @> ARRAY[", "]::bigint[]"));
    }

    /** The last four digits of a phone of this length, those one place before them, and so on. */
    private static String keys(int digits) {
        return IntStream.rangeClosed(0, digits - LEAST)
                .mapToLong(place -> Math.powExact(10L, place))
                .mapToObj(power ->
                        "c.account * " + ROOM + " + c.phone::bigint" + (power == 1 ? "" : " / " + power) + " % " + ROOM)
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }
}
