package io.vestnik.platform.cabinet;

import io.vestnik.platform.shell.Announcement;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where it is and, in a demonstration, how to sign in. */
@Component
class Greeting {
    private final StoreSettings settings;
    private final Environment environment;
    private final ObjectProvider<Announcement> announcements;

    Greeting(StoreSettings settings, Environment environment, ObjectProvider<Announcement> announcements) {
        this.settings = settings;
        this.environment = environment;
        this.announcements = announcements;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) throws IOException {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String host = environment.getProperty("server.address", "127.0.0.1");
            tell(System.out, "http://" + host + ":" + web.getWebServer().getPort() + "/");
        }
    }

    /** Writes the address and, where this is a demonstration, its sign-ins and the client's token. */
    void tell(PrintStream out, String address) throws IOException {
        out.println();
        out.println("  Vestnik is up: " + address);
        Path demo = settings.data().resolve("demo.properties");
        if (Files.exists(demo)) {
            Properties secrets = new Properties();
            try (Reader reader = Files.newBufferedReader(demo)) {
                secrets.load(reader);
            }
            for (String who : List.of("operator", "partner", "client")) {
                String login = secrets.getProperty(who + ".login");
                if (login != null) {
                    out.printf(
                            "  %-9s login: %-12s password: %s%n", who, login, secrets.getProperty(who + ".password"));
                }
            }
            String systemId = secrets.getProperty("client.smpp.system_id");
            if (systemId != null) {
                out.printf(
                        "  %-9s SMPP system_id: %s  password: %s%n",
                        "client", systemId, secrets.getProperty("client.smpp.password"));
            }
            String token = secrets.getProperty("client.token");
            if (token != null) {
                out.println("  The client's API token: " + token);
            }
        }
        announcements.orderedStream().flatMap(it -> it.line().stream()).forEach(line -> out.println("  " + line));
        out.println("  Data are kept in " + settings.data().toAbsolutePath().normalize());
        out.println();
        out.flush();
    }
}
