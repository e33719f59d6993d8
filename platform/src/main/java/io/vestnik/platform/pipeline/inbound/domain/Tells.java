package io.vestnik.platform.pipeline.inbound.domain;

/**
 * Whom a rule tells of a message beside the usual.
 *
 * @param name under which programs are told once more, {@code [a-z0-9_]{1,40}}; empty for not at all
 * @param url an address that is called; empty for none
 * @param email an address that is written to; empty for none
 */
public record Tells(String name, String url, String email) {
    public static final Tells NOBODY = new Tells("", "", "");

    /** Whether programs are told. */
    boolean programs() {
        return !name.isEmpty() || !url.isEmpty();
    }
}
