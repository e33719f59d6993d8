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
 * @param raw the receipt as it came over the wire, where the protocol has such a thing
 * @param reference what {@link Outgoing#reference} gave the part, where the network sends it back; 0 to 65,535
 */
public record DeliveryReport(
        RouteId route,
        String upstreamId,
        @Nullable String recipient,
        Status status,
        @Nullable String code,
        Instant at,
        @Nullable Octets raw,
        @Nullable Integer reference) {

    /** A receipt of which no octets are kept. */
    public DeliveryReport(
            RouteId route,
            String upstreamId,
            @Nullable String recipient,
            Status status,
            @Nullable String code,
            Instant at) {
        this(route, upstreamId, recipient, status, code, at, null, null);
    }

    /** The same, with the reference of its part. */
    public DeliveryReport withReference(int own) {
        return new DeliveryReport(route, upstreamId, recipient, status, code, at, raw, own);
    }

    /** The states of SMPP 3.4 §5.2.28, which other networks' words are mapped to. */
    public enum Status {
        ENROUTE(1),
        DELIVERED(2),
        EXPIRED(3),
        DELETED(4),
        UNDELIVERABLE(5),
        ACCEPTED(6),
        UNKNOWN(7),
        REJECTED(8);

        private final int number;

        Status(int number) {
            this.number = number;
        }

        /** The value of message_state, SMPP 3.4 §5.2.28. */
        public int number() {
            return number;
        }

        /** The state of a message_state; one that the standard does not know says nothing. */
        public static Status ofNumber(int number) {
            for (Status status : values()) {
                if (status.number == number) {
                    return status;
                }
            }
            return UNKNOWN;
        }
    }
}
