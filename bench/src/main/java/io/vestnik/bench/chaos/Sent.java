package io.vestnik.bench.chaos;

import java.math.BigDecimal;

/**
 * One message as its source knows it; no two go to the same number in a run.
 *
 * @param way how it was given, for people
 * @param recipient digits
 * @param outcome what the source was told in the end
 */
record Sent(String way, String recipient, Outcome outcome) {

    /** What a source was told. */
    sealed interface Outcome {}

    /** The message was taken under this id. */
    record Acknowledged(String id, int parts, BigDecimal price) implements Outcome {}

    /** The message was taken under this id; more is not told over SMPP. */
    record Taken(String id) implements Outcome {}

    /** The message belongs to a campaign that was confirmed. */
    record Confirmed(long campaign) implements Outcome {}

    /** The source was told no, and would send it again as a new one. */
    record Refused(String why) implements Outcome {}

    /** It was asked under one key until long after everything ran again, and there never was an answer. */
    record Unsettled() implements Outcome {}

    /** Nobody told: it may be there or not, but at most once. */
    record NoAnswer() implements Outcome {}

    boolean acknowledged() {
        return switch (outcome) {
            case Acknowledged _, Taken _, Confirmed _ -> true;
            case Refused _, NoAnswer _, Unsettled _ -> false;
        };
    }
}
