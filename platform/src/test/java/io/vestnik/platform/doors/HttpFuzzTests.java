package io.vestnik.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.OverHttp;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.billing.Billing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Whatever comes over HTTP is answered, with what was asked for or with what is wrong, and never breaks anything: no request is left
 * without an answer, no connection stays, nothing is kept of what was refused.
 */
class HttpFuzzTests extends OverHttp {
    /** How many spoilt requests: another number by {@code -Dvestnik.fuzz.requests=1000000}. */
    private static final int REQUESTS = Integer.getInteger("vestnik.fuzz.requests", 20_000);

    /** How the addresses of the pages begin that are asked for: all by {@code -Dvestnik.fuzz.pages=/}. */
    private static final String PAGES = System.getProperty("vestnik.fuzz.pages", "/webhooks");

    private static final long SEED = Long.getLong("vestnik.fuzz.seed", 20_261_122L);
    private static final int LINES = 6;
    private static final int MOST_FAULTS = 10;
    private static final long KEPT = 64L << 20;

    @Autowired
    private JdbcClient jdbc;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void refusesWhatIsSpoiltAndNeverBreaks() throws IOException, InterruptedException {
        Who partner = SignIns.who("partner", context);
        SpoiltApi api = new SpoiltApi(description(), key("partner"), json);
        SpoiltScripts scripts = new SpoiltScripts(key("client"), json);
        SpoiltPages pages = new SpoiltPages(port(), "client", password(), routes());
        List<SpoiltDoor> doors = List.of(api, api, api, api, api, scripts, scripts, scripts, scripts, pages);
        long stored = messages(partner);
        ask(doors, LINES * 50); // classes and pools that come with the first requests are not what these leave behind
        long connections = protocol().getConnectionCount();
        long heap = heap();
        ask(doors, REQUESTS);
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(messages(partner) - stored)
                .as("messages stored, seed %d", SEED)
                .isEqualTo(api.taken());
        assertThat(context.getBean(Billing.class).check().faults()).isEmpty();
        await().until(() -> protocol().getConnectionCount() <= connections);
        await().until(() -> heap() - heap < KEPT);
    }

    private void ask(List<SpoiltDoor> doors, int requests) throws InterruptedException {
        List<Thread> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            long seed = SEED + i;
            lines.add(Thread.ofPlatform().start(() -> {
                try {
                    ask(doors, requests / LINES, new Random(seed));
                } catch (IOException | RuntimeException e) {
                    faults.add("seed " + seed + ": " + e);
                }
            }));
        }
        for (Thread line : lines) {
            line.join();
        }
    }

    private void ask(List<SpoiltDoor> doors, int requests, Random random) throws IOException {
        HttpLine line = new HttpLine(port());
        try {
            for (int i = 0; i < requests && faults.size() < MOST_FAULTS; i++) {
                SpoiltDoor door = doors.get(random.nextInt(doors.size()));
                byte[] request = door.request(random);
                line.write(request);
                Optional<HttpLine.Answer> answer = line.answer();
                answer.map(door::fault)
                        .orElse(Optional.of("no answer"))
                        .ifPresent(fault -> faults.add(beginning(request) + " -> " + fault));
                if (answer.map(HttpLine.Answer::isLast).orElse(true)) {
                    line.close();
                    line = new HttpLine(port());
                }
            }
        } finally {
            line.close();
        }
    }

    private static String beginning(byte[] request) {
        return new String(request, 0, Math.min(request.length, 1_000), StandardCharsets.UTF_8);
    }

    private String key(String login) {
        return context.getBean(KeyRing.class)
                .create(SignIns.who(login, context), "fuzz", Role.OWNER)
                .orElseThrow();
    }

    private JsonNode description() throws IOException {
        try (HttpLine line = new HttpLine(port())) {
            line.write(HttpLine.request("GET /api/v1/openapi.json", List.of(), new byte[0]));
            return json.readTree(line.answer().orElseThrow().body());
        }
    }

    private String password() {
        Properties people = new Properties();
        Path file = Path.of(context.getEnvironment().getRequiredProperty("vestnik.data"), "demo.properties");
        try (InputStream in = Files.newInputStream(file)) {
            people.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people.getProperty("client.password");
    }

    /** Pages that are read. */
    private List<String> routes() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(route -> !route.getValue()
                        .getReturnType()
                        .getParameterType()
                        .getSimpleName()
                        .endsWith("Emitter"))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .filter(path -> path.startsWith(PAGES) && !path.startsWith("/api/"))
                .sorted()
                .toList();
    }

    private AbstractProtocol<?> protocol() {
        ServletWebServerApplicationContext web = (ServletWebServerApplicationContext) context;
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(web.getWebServer());
        return (AbstractProtocol<?>) server.getTomcat().getConnector().getProtocolHandler();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long messages(Who who) {
        return jdbc.sql("SELECT count(*) FROM pipeline.message WHERE account = :account")
                .param("account", who.account().value())
                .query(Long.class)
                .single();
    }
}
