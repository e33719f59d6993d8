package io.vestnik.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.SilentNetwork;
import io.vestnik.platform.store.CuttableLine;
import io.vestnik.platform.store.EmbeddedPostgres;
import io.vestnik.platform.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server as it listens: real requests, and a database that can be taken away from it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vestnik.demo=true", "vestnik.route.main=silent://network", "management.server.port=-1"})
@Import(SilentNetwork.class)
@DirtiesContext
class ListeningTests {

    private static final int HITS = 100;
    /** Shorter than the patience of any other pool: a page must not wait as long as the path of messages may. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String DATABASE = TestDatabase.newDatabase();
    private static final CuttableLine LINE =
            new CuttableLine(URI.create(DATABASE.substring(5)).getPort());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path data;

    private final JdbcClient jdbc;
    private final int port;

    @Autowired
    ListeningTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @DynamicPropertySource
    static void throughTheLine(DynamicPropertyRegistry registry) {
        registry.add("vestnik.db.url", () -> DATABASE.replaceFirst(":\\d+/", ":" + LINE.port() + "/"));
        registry.add("vestnik.db.user", () -> EmbeddedPostgres.USER);
        registry.add("vestnik.db.password", TestDatabase::password);
        registry.add("vestnik.data", () -> data.toString());
        registry.add("vestnik.simulator.enabled", () -> "false");
    }

    @AfterAll
    static void hangUp() {
        HTTP.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/sign-in?failed",
                "/contacts?q=anna",
                "/health",
                "/favicon.ico",
                "/static/shell/nothing.css",
                "/api/v1/balance",
                "/no/such/page"
            })
    void spendsNoSessionOnWhoeverHasNotSignedIn(String path) throws Exception {
        long before = sessions();
        Set<String> cookies = new TreeSet<>();
        for (int i = 0; i < HITS; i++) {
            cookies.addAll(cookies(get(path)));
        }
        assertThat(sessions()).isEqualTo(before);
        // The token of forms, and where the person wanted to go: the browser alone keeps them.
        assertThat(cookies).isSubsetOf("csrf", "REDIRECT_URI");
    }

    @Test
    void spendsNoSessionOnWhoeverGuesses() throws Exception {
        long before = sessions();
        HttpResponse<String> page = get("/sign-in");
        String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String csrf = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
        for (String sent : List.of(token, "nonsense")) {
            HttpResponse<String> answer = HTTP.send(
                    request("/sign-in")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Cookie", csrf)
                            .POST(HttpRequest.BodyPublishers.ofString("login=guesser&password=guess&_csrf=" + sent))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(sent.equals(token) ? 302 : 403);
            assertThat(cookies(answer)).doesNotContain("vestnik");
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void believesTheProxyOfThisMachineWhomItSpeaksForAndNoName() throws Exception {
        // The proxy adds the last of them; what stands before anybody may have written.
        String caller = "2001:db8:%x:%x::1"
                .formatted(
                        ThreadLocalRandom.current().nextInt(0x10000),
                        ThreadLocalRandom.current().nextInt(0x10000));
        for (int i = 0; i < 60; i++) {
            assertThat(get("/l/guess%03d".formatted(i), "X-Forwarded-For", "192.0.2.%d, %s".formatted(i, caller))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("/l/guess060", "X-Forwarded-For", caller).statusCode()).isEqualTo(429);
        assertThat(get("/l/guess060", "X-Forwarded-For", "2001:db9::1").statusCode())
                .isEqualTo(404);
        assertThat(get("/sign-in", "X-Forwarded-Host", "evil.example").statusCode())
                .isEqualTo(200);
        assertThat(get("/contacts", "X-Forwarded-Host", "localhost.example")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("example");
        assertThat(get("/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        assertThat(get("/sign-in", "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("max-age=").doesNotContain("includeSubDomains"));
    }

    @Test
    void asksToComeAgainWhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
        String person = "vestnik=c2Vzc2lvbg==";
        assertThat(get("/contacts", "Cookie", person).statusCode()).isEqualTo(302);
        LINE.cut();
        try {
            HttpResponse<String> page = get("/contacts", "Cookie", person);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(page.body()).contains("<h1").doesNotContain("Exception");
            HttpResponse<String> problem = get("/api/v1/balance", "Authorization", "Bearer vst_unknown");
            assertThat(problem.statusCode()).isEqualTo(503);
            assertThat(problem.body()).contains("urn:vestnik:problem:http-503").doesNotContain("Exception");
            assertThat(get("/health").statusCode()).isEqualTo(503);
        } finally {
            LINE.mend();
        }
        assertThat(comesBack("/contacts", person)).isEqualTo(302);
    }

    /** Asks until there is another answer than that of a database that is away; the pool looks for it in growing pauses. */
    private int comesBack(String path, String cookie) throws IOException, InterruptedException {
        int status = 503;
        for (int i = 0; i < 20 && status == 503; i++) {
            status = get(path, "Cookie", cookie).statusCode();
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> sessions() >= 0);
        return status;
    }

    private long sessions() {
        return jdbc.sql("SELECT count(*) FROM accounts.session")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private static List<String> cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .toList();
    }
}
