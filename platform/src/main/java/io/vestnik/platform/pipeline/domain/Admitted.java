package io.vestnik.platform.pipeline.domain;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Messages whose recipients may be written to. Only {@link StopGate} makes them, and nothing else can be stored. */
public final class Admitted {
    private final List<Priced> messages;
    private final Set<Long> stopped;

    Admitted(List<Priced> messages, Set<Long> stopped) {
        this.messages = messages;
        this.stopped = stopped;
    }

    public List<Priced> messages() {
        return messages;
    }

    /** The ids of those that were offered and are not among the messages. */
    Set<Long> stopped() {
        return stopped;
    }

    /** Those of them that also are something else, such as paid. */
    Admitted that(Predicate<Priced> also) {
        return new Admitted(messages.stream().filter(also).toList(), stopped);
    }
}
