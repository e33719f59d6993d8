package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.PublicAddress;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address of {@code vestnik.web.address}; where it is not set, the one that the server listens on. */
@Component
class SettledAddress implements PublicAddress {

    private final WebSettings settings;
    private final Environment environment;

    SettledAddress(WebSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public String of(String path) {
        String settled = settings.address();
        return (settled.isEmpty() ? listening() : settled) + path;
    }

    @Override
    public boolean has(String host) {
        return settings.names(host);
    }

    private String listening() {
        String host = environment.getProperty("server.address", "127.0.0.1");
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
