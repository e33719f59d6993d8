package io.vestnik.platform.promo.domain;

import java.util.Locale;

/** Where codes come from. Stored by its number, which never changes. */
public enum Source {
    /** Made here, by chance, when a message needs one. */
    MADE(1),
    /** Loaded from files before. */
    LOADED(2);

    private final int number;

    Source(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in forms and texts, such as {@code made}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source stored under this number; an unknown one is refused. */
    public static Source ofNumber(int number) {
        for (Source source : values()) {
            if (source.number == number) {
                return source;
            }
        }
        throw new IllegalArgumentException("Not a source: " + number);
    }
}
