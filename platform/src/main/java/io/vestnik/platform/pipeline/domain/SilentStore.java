package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Sent;
import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import java.util.List;

/** Messages that a network took and has not spoken of since. */
public interface SilentStore {
    /**
     * Looks through some messages after an id, up to another, for those of a route that were sent before a moment.
     *
     * @param most messages to find; looking ends there
     */
    Stretch silent(RouteId route, long after, long to, Instant before, int most);

    /** The parts of these messages of which no receipt came, as their network knows them. */
    List<Sent> parts(RouteId route, List<Long> messages);

    /**
     * What was looked through.
     *
     * @param last the id to go on after; the upper end when there is no more
     * @param firstOpen the lowest id that is not final; 0 when all are
     */
    record Stretch(List<Long> messages, long last, long firstOpen) {
        public Stretch {
            messages = List.copyOf(messages);
        }
    }
}
