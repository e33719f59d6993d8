package io.vestnik.platform.accounts;

import java.util.Optional;

/** Seals secrets that must be read again, such as passwords of routes: AES-256-GCM with the key of this installation. */
public interface Sealing {

    /**
     * Seals a text. The same text sealed twice looks different.
     *
     * @param purpose where it is kept, such as {@code channels.route 12}: opened for another purpose it is refused
     */
    String seal(String purpose, String secret);

    /** The text; empty when it was sealed with another key, for another purpose, or was changed since. */
    Optional<String> open(String purpose, String sealed);

    /**
     * A digest by which a generated secret is recognised and that tells nothing without the key of this installation: fast, so
     * never for a person's password.
     *
     * @param purpose what it is the secret of, such as {@code smppserver.system shop}
     */
    byte[] digest(String purpose, String secret);
}
