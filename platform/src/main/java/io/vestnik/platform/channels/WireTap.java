package io.vestnik.platform.channels;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Is shown what goes over the wire of routes while somebody wants to see it. Implemented above, by the path of messages. */
public interface WireTap {
    /** Nobody ever looks. */
    WireTap CLOSED = new WireTap() {
        @Override
        public boolean on(RouteId route) {
            return false;
        }

        @Override
        public void unit(Unit unit) {}
    };

    /** Whether anybody may look at this route now; cheap enough to be asked for each batch. */
    boolean on(RouteId route);

    /** Takes one unit; never blocks, and forgets it when too much comes at once. */
    void unit(Unit unit);

    /** Which way a unit went. */
    enum Direction {
        OUT,
        IN
    }

    /**
     * One unit of a protocol.
     *
     * @param bind the name of the connection
     * @param message whose it is, where that is known
     */
    record Unit(
            Instant at,
            RouteId route,
            String bind,
            Direction direction,
            @Nullable MessageId message,
            Octets octets) {}
}
