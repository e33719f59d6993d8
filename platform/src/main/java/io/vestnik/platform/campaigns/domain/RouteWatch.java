package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.routes.Routes;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Knows whether messages would have to wait for a connection to the network. */
@Component
public class RouteWatch {
    private final Routes routes;

    RouteWatch(Routes routes) {
        this.routes = routes;
    }

    /** Whether some of these networks are served by a route that has no connection now. */
    public boolean waiting(AccountId account, Collection<String> networks, TrafficType type) {
        return networks.stream()
                .flatMap(network -> routes.choose(account, network, type).stream())
                .distinct()
                .flatMap(route -> routes.find(route).stream())
                .map(route -> route.connector().health())
                .anyMatch(health -> health.wanted() > 0 && health.up() == 0);
    }
}
