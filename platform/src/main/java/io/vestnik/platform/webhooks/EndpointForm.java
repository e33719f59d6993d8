package io.vestnik.platform.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the requests to an endpoint are written. Stored by its number, which never changes. */
public enum EndpointForm {
    /** JSON by Standard Webhooks 1.0. */
    STANDARD(1),
    /** The fields and signatures that programs made for SMSC read: states, clicks and inbound messages, one in a request. */
    SMSC(2);

    private final int number;

    EndpointForm(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API and in bundles, such as {@code standard}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form stored under this number; an unknown one is refused. */
    public static EndpointForm ofNumber(int number) {
        return Arrays.stream(values())
                .filter(it -> it.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a form: " + number));
    }

    /** The form of this name. */
    public static Optional<EndpointForm> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
