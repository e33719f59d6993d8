package io.vestnik.platform.shell;

import java.net.URI;

/**
 * The address under which people reach this server, for letters and calls from outside. It comes from the settings, never from a
 * request, whose host anyone may write.
 */
public interface PublicAddress {

    /** The whole address of a path that begins with a slash. */
    String of(String path);

    /** Whether it is a name of this server itself, in any case: that of the address, one of the settings, or one of this machine. */
    default boolean has(String host) {
        return host.equalsIgnoreCase(URI.create(of("/")).getHost());
    }
}
