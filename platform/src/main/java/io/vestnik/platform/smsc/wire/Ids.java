package io.vestnik.platform.smsc.wire;

/** Ids as programs give and get them. */
public final class Ids {
    private static final int MOST_DIGITS = 10;

    private Ids() {}

    /** A number where it is written as one, since programs expect that. */
    public static Object number(String id) {
        return id.length() <= MOST_DIGITS && id.matches("[1-9]\\d*") ? (Object) Long.valueOf(id) : id;
    }
}
