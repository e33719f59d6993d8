package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.OverHttp;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.channels.SilentNetwork;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that ask over real connections as programs made for SMSC do, with a key of the demonstration's client that may do everything. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vestnik.demo=true",
            "vestnik.route.main=silent://network",
            "vestnik.smpp.port=0",
            "management.server.port=-1"
        })
@Import(SilentNetwork.class)
abstract class AsSmscProgram {
    private static final String DATABASE = TestDatabase.newDatabase();
    private static final Path DATA = OverHttp.folder();

    static final Charset CYRILLIC = Charset.forName("windows-1251");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** The database may know the numbers of a run before this one. */
    private static final AtomicInteger PHONES =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(9_000_000));

    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        OverHttp.keep(registry, DATABASE, DATA);
    }

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    private int port;

    /** A number that no other test asks for. */
    static String phone() {
        return "7916" + "%07d".formatted(PHONES.incrementAndGet());
    }

    /** A name that no other test gives. */
    static String name(String beginning) {
        return beginning + PHONES.incrementAndGet();
    }

    final Who client() {
        return SignIns.who("client", context);
    }

    final String key(String login) {
        return KEYS.computeIfAbsent(
                login,
                name -> context.getBean(KeyRing.class)
                        .create(SignIns.who(name, context), "smsc", Role.OWNER)
                        .orElseThrow());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    final String get(String script, String query) throws IOException, InterruptedException {
        return getAs("client", script, query);
    }

    final String getAs(String login, String script, String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(uri("/sys/" + script + ".php?apikey=" + key(login) + "&" + query))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), query.contains("charset=utf-8") ? StandardCharsets.UTF_8 : CYRILLIC);
    }

    final String post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    final HttpHeaders headers(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                .headers();
    }

    final int status(String method, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(uri(path))
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** The newest message to this number. */
    final MessageView sentTo(String phone) {
        return messagesTo(phone).getFirst();
    }

    final List<MessageView> messagesTo(String phone) {
        return context.getBean(Pipeline.class)
                .list(client().account(), new MessageFilter(null, null, phone), null, 1_000)
                .items();
    }

    /** The value of the first member of this name. */
    static String member(String json, String name) {
        return json.replaceAll("(?s).*?\"" + name + "\": \"?([^\",\\n]+)\"?.*", "$1");
    }
}
