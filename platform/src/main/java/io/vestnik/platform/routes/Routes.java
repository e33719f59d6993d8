package io.vestnik.platform.routes;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import java.util.Collection;
import java.util.Optional;

/** Which route serves which traffic; from memory. */
public interface Routes {
    /** The route for this traffic, whether it is up or not: a message waits for its route. None when no rule fits. */
    Optional<RouteId> choose(AccountId account, String mccMnc, TrafficType type);

    /** The routes that are open on this node. */
    Collection<Route> open();

    Optional<Route> find(RouteId id);
}
