package io.vestnik.platform.routes;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.kernel.RouteId;
import java.time.Duration;

/**
 * A route that is open on this node.
 *
 * @param resendDoubt whether a doubt that no receipt settled is sent again (codes), or ends as undelivered
 * @param doubtWait how long a doubt waits for a receipt
 */
public record Route(RouteId id, String name, Connector connector, boolean resendDoubt, Duration doubtWait) {}
