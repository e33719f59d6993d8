package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that a program made.
 *
 * @param key none for the login of the API
 * @param name of the key at that time, or the login; at most 100 letters
 * @param route as the server declares it, such as {@code /api/v1/messages/{id}}: without what the program wrote there; at most 100
 *     letters
 * @param address the network address of the program
 * @param request the id that stands in its answer
 */
public record Call(
        AccountId account,
        @Nullable Long key,
        String name,
        Instant at,
        String method,
        String route,
        int status,
        int millis,
        String address,
        String request) {}
