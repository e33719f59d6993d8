package io.vestnik.platform.channels;

import io.vestnik.platform.kernel.RouteId;
import java.net.URI;

/**
 * Where a route leads, as a URI: {@code smpp://user:password@host:port?window=64&tps=0&binds=1}.
 *
 * @param name the route's name, for logs and figures
 */
public record RouteAddress(RouteId route, String name, URI uri) {
    /** Without the secret that the address carries. */
    @Override
    public String toString() {
        return "RouteAddress[" + name + ", " + uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() + "]";
    }
}
