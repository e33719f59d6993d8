package io.vestnik.platform;

import io.vestnik.platform.channels.SilentNetwork;
import io.vestnik.platform.store.EmbeddedPostgres;
import io.vestnik.platform.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests that ask the whole application over real HTTP; otherwise as {@link WebTest}. All of them share one context and its database, with
 * whatever they leave behind.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vestnik.demo=true", "vestnik.route.main=silent://network", "management.server.port=-1"})
@Import(SilentNetwork.class)
public abstract class OverHttp {
    private static final String DATABASE = TestDatabase.newDatabase();
    private static final Path DATA = folder();

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected JsonMapper json;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        keep(registry, DATABASE, DATA);
    }

    /** Lets a server that listens have this database and folder: it asks for them before beans could tell. */
    public static void keep(DynamicPropertyRegistry registry, String database, Path data) {
        registry.add("vestnik.db.url", () -> database);
        registry.add("vestnik.db.user", () -> EmbeddedPostgres.USER);
        registry.add("vestnik.db.password", TestDatabase::password);
        registry.add("vestnik.data", data::toString);
        registry.add("vestnik.simulator.enabled", () -> "false");
    }

    /** A new folder for the data of a server. */
    public static Path folder() {
        try {
            return Files.createTempDirectory("vestnik-http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected final URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    protected final int port() {
        return port;
    }
}
