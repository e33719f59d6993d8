package io.vestnik.platform.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an account wants told of its messages.
 *
 * @param url where events go; none for the one that stands for the addresses that messages bring with them
 * @param form how its requests are written
 * @param hears what it is told of
 * @param batch how many events it takes in one request; 1 to 100
 * @param waitMillis for how long an event waits until so many have gathered; 0 to 10,000
 * @param oldSecrets the ones before that sign still, the newest first
 * @param failingSince since when nothing has succeeded; none while it answers
 * @param lastFailure the last failure in a word, such as {@code timeout} or {@code HTTP 500}
 * @param version grows with each change by a person
 */
public record Endpoint(
        long id,
        @Nullable String url,
        EndpointForm form,
        Hears hears,
        int batch,
        int waitMillis,
        EndpointState state,
        Instant createdAt,
        String createdBy,
        List<OldSecret> oldSecrets,
        @Nullable Instant failingSince,
        @Nullable Instant lastFailureAt,
        @Nullable String lastFailure,
        int version) {
    public Endpoint {
        oldSecrets = List.copyOf(oldSecrets);
    }

    /** A secret that was replaced, and until when it signs beside the new one. */
    public record OldSecret(long id, Instant until) {}
}
