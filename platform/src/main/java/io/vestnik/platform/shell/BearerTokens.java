package io.vestnik.platform.shell;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Tells who stands behind a bearer token of a program; implemented by the module that keeps the keys. */
public interface BearerTokens {

    /** The program, with its rights; empty for a token that is unknown, revoked or not allowed from this address. */
    Optional<Authentication> authenticate(String token, String address);
}
