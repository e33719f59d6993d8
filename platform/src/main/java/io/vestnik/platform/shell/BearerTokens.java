package io.vestnik.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;

/** Tells who stands behind a bearer token of a program; implemented by the module that keeps the keys. */
public interface BearerTokens {

    /** Looks whose token it is, and leaves on the request what doors behind the chain need to know of it. */
    Bearer authenticate(String token, HttpServletRequest request);

    /** What is known of a token. */
    sealed interface Bearer {
        /**
         * A program.
         *
         * @param authentication with its rights
         * @param quotas what it may still do, asked for when the answer begins
         */
        record Known(Authentication authentication, Supplier<List<Quota>> quotas) implements Bearer {}

        /** A program that is not let in now, and why. */
        record Refused(ProblemType problem) implements Bearer {}

        /** Nobody's token. */
        record Unknown() implements Bearer {}
    }
}
