package io.vestnik.platform.webhooks;

import io.vestnik.sms.Body;

/** Kinds of messages as the numbers that programs made for SMSC know: {@code type}, and the lower bits of {@code flag}. */
public final class SmscType {
    private SmscType() {}

    /** The number of a kind. */
    public static int of(Body.Kind kind) {
        return switch (kind) {
            case TEXT -> 0;
            case FLASH -> 1;
            case BINARY -> 2;
        };
    }
}
