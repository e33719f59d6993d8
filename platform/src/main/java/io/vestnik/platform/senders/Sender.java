package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that an account asked for.
 *
 * @param terms what the account says of it
 * @param version counts what the account changes of it
 * @param answerer the account above whose people answer for it; none where names are approved at once
 * @param answer words beside the answer; may be empty
 * @param answeredBy who answered; empty where nobody did
 */
public record Sender(
        long id,
        AccountId account,
        String name,
        SenderState state,
        Terms terms,
        int version,
        @Nullable AccountId answerer,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant answeredAt,
        String answer,
        String answeredBy) {

    /**
     * What an account says of a name.
     *
     * @param comment for whoever answers, at most 500 characters; may be empty
     * @param operators the codes of the networks at which it may be used; all where none is named
     * @param registrations with which operators the account wishes it registered
     */
    public record Terms(String comment, List<String> operators, List<Registration> registrations) {
        /** Nothing. */
        public static final Terms NONE = new Terms("", List.of(), List.of());

        public Terms {
            operators = operators.stream().distinct().sorted().toList();
            registrations = registrations.stream().distinct().sorted().toList();
        }

        /** Whether a name may be used by these at a network where by those it may not. */
        public boolean reachBeyond(Terms those) {
            return !those.operators.isEmpty() && (operators.isEmpty() || !those.operators.containsAll(operators));
        }
    }
}
