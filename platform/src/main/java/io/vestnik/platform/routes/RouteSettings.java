package io.vestnik.platform.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The routes of the settings.
 *
 * @param route address by name, such as {@code vestnik.route.main=smpp://user:password@host:port?window=64}; a value
 *     that starts with {@code @} names a file that holds the address
 * @param simulator the simulated operator, which is the only route when none is named
 */
@ConfigurationProperties("vestnik")
record RouteSettings(
        @Nullable Map<String, String> route, @DefaultValue Simulator simulator) {

    /** The simulated operator. */
    record Simulator(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("2776") int port) {}

    Map<String, URI> addresses() {
        Map<String, URI> addresses = new TreeMap<>();
        if (route != null) {
            route.forEach((name, value) -> addresses.put(name, URI.create(content(value))));
        }
        if (addresses.isEmpty() && simulator.enabled()) {
            addresses.put(
                    "simulator",
                    URI.create("smpp://vestnik:vestnik@127.0.0.1:" + simulator.port() + "?window=500&binds=2"));
        }
        return addresses;
    }

    private static String content(String value) {
        if (!value.startsWith("@")) {
            return value.strip();
        }
        try {
            return Files.readString(Path.of(value.substring(1))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "RouteSettings[" + addresses().keySet() + "]";
    }
}
