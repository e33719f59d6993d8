package io.vestnik.platform.pipeline.persistence;

import io.vestnik.sms.Body;

/**
 * What is kept in the column {@code registered}, of messages and of facts: the flags of registered_delivery in the lower octet, and in
 * the upper one what kind of message it is, so that every fact tells of it and a text pays nothing.
 */
final class Registered {
    private static final int OCTET = 8;
    private static final int FLAGS = 0xFF;

    private Registered() {}

    static int kept(int flags, Body.Kind kind) {
        return flags | (number(kind) << OCTET);
    }

    /** The flags of what is kept. */
    static int flags(int kept) {
        return kept & FLAGS;
    }

    /** The kind of what is kept. */
    static Body.Kind kind(int kept) {
        int number = kept >> OCTET;
        for (Body.Kind kind : Body.Kind.values()) {
            if (number(kind) == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of messages: " + number);
    }

    /** Never changes. */
    private static int number(Body.Kind kind) {
        return switch (kind) {
            case TEXT -> 0;
            case FLASH -> 1;
            case BINARY -> 2;
        };
    }
}
