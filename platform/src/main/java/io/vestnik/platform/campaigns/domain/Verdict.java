package io.vestnik.platform.campaigns.domain;

import java.util.Locale;

/** What a preview decided of one recipient. Stored by its number, which never changes. */
public enum Verdict {
    SEND(0),
    BAD_NUMBER(1),
    NO_PRICE(2),
    NO_ROUTE(3),
    TOO_LONG(4),
    EMPTY_TEXT(5),
    BAD_CHARACTERS(6),
    /** On the account's stop-list. */
    STOPPED(7),
    /** In a group that is a stop-list. */
    STOP_GROUP(8),
    /** On the stop-list of an account above, such as the platform's own. */
    STOPPED_ABOVE(9),
    /** In a group that the campaign leaves out. */
    EXCLUDED(10),
    /** Written to as often as the campaign bears, by others. */
    TOO_OFTEN(11),
    /** Of another country, where the account sends at home only. */
    FOREIGN(12),
    /** The operator lets neither the sender nor the reserve through. */
    SENDER_BARRED(13);

    private final int number;

    Verdict(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API and in bundles, such as {@code no_price}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict stored under this number; an unknown one is refused. */
    public static Verdict ofNumber(int number) {
        for (Verdict verdict : values()) {
            if (verdict.number == number) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("Not a verdict: " + number);
    }
}
