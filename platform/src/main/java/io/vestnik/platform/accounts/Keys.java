package io.vestnik.platform.accounts;

import java.util.Optional;

/** Keys of programs. */
public interface Keys {

    /**
     * Who holds the token: the answer is at most ten seconds old, so a revoked key lives no longer than that. Empty for a token that
     * is unknown or revoked, and while its account is closed.
     */
    Optional<Who> find(String token);
}
