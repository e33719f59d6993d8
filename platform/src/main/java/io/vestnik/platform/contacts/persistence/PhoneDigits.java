package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;

/** Finds phones by digits anywhere in them, by the index of three digits at every second place. */
final class PhoneDigits {
    /** From how many digits on the index finds them. */
    static final int LEAST = 4;

    /** As the index is made; only the same text is looked up in it. */
    private static final String INDEXED = """
        (ARRAY[
          c.account * 1000 + nullif(substr(c.phone, 1, 3), '')::int, c.account * 1000 + nullif(substr(c.phone, 3, 3), '')::int,
          c.account * 1000 + nullif(substr(c.phone, 5, 3), '')::int, c.account * 1000 + nullif(substr(c.phone, 7, 3), '')::int,
          c.account * 1000 + nullif(substr(c.phone, 9, 3), '')::int, c.account * 1000 + nullif(substr(c.phone, 11, 3), '')::int,
          c.account * 1000 + nullif(substr(c.phone, 13, 3), '')::int])\
        """;

    private static final int WIDTH = 3;
    private static final int STEP = 2;

    private PhoneDigits() {}

    /** What a phone with these digits meets: they begin at a place of the index, or at the one after it. */
    static String sql(AccountId account, String digits) {
        return "(" + INDEXED + " @> " + triples(account, digits, 0) + " OR " + INDEXED + " @> "
                + triples(account, digits, 1) + ")";
    }

    /** Numbers only, so that nothing typed gets into the statement. */
    private static String triples(AccountId account, String digits, int first) {
        List<String> triples = new ArrayList<>();
        for (int at = first; at + WIDTH <= digits.length(); at += STEP) {
            triples.add(Long.toString(account.value() * 1000 + Integer.parseInt(digits.substring(at, at + WIDTH))));
        }
        return "ARRAY[" + String.join(",", triples) + "]::bigint[]";
    }
}
