package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Sealing;
import java.util.Optional;

/** Seals by turning round: enough to see what is kept in clear. */
final class TurnedRound implements Sealing {
    @Override
    public String seal(String purpose, String secret) {
        return new StringBuilder(secret).reverse().toString();
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        return Optional.of(new StringBuilder(sealed).reverse().toString());
    }

    @Override
    public byte[] digest(String purpose, String secret) {
        throw new AssertionError("no door of these tests asks for this");
    }
}
