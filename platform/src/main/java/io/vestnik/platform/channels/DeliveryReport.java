package io.vestnik.platform.channels;

import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of the network for one part.
 *
 * @param upstreamId as the network wrote it, trimmed
 * @param recipient digits, where the receipt names them
 * @param code the network's error code, such as {@code 001}, where there is one
 * @param at when the network reached the state, or when the receipt came
 */
public record DeliveryReport(
        RouteId route,
        String upstreamId,
        @Nullable String recipient,
        Status status,
        @Nullable String code,
        Instant at) {

    /** The states of SMPP 3.4 §5.2.28, which other networks' words are mapped to. */
    public enum Status {
        ENROUTE,
        DELIVERED,
        EXPIRED,
        DELETED,
        UNDELIVERABLE,
        ACCEPTED,
        UNKNOWN,
        REJECTED
    }
}
