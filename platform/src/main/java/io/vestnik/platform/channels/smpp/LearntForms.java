package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.kernel.RouteId;
import java.util.Optional;

/** What was learnt of how networks write ids, kept over restarts. */
interface LearntForms {
    /** Remembers nothing. */
    LearntForms NONE = new LearntForms() {
        @Override
        public Optional<IdForm> of(RouteId route, String peer) {
            return Optional.empty();
        }

        @Override
        public void keep(RouteId route, String peer, IdForm form) {
            // It is learnt anew.
        }
    };

    /**
     * What was learnt of a route.
     *
     * @param peer whom it was learnt from: another network behind the same route is another matter
     */
    Optional<IdForm> of(RouteId route, String peer);

    void keep(RouteId route, String peer, IdForm form);
}
