package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.smpp.BindMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTests {

    private final HttpClient browser = HttpClient.newHttpClient();
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorSettings.of("--port=0", "--receipt-delay=0", "--delivered=100"));
    }

    @AfterEach
    void stop() {
        simulator.close();
        browser.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.httpPort() + path));
    }

    private HttpResponse<String> got(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> posted(String path, String form) {
        return got(request(path).POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private TestProgram programThatSent(String text) {
        TestProgram program = TestProgram.bind(simulator, BindMode.TRANSCEIVER);
        program.submit("79161234567", text);
        program.await("the receipt", () -> simulator.counts().receiptsTaken() == 1);
        return program;
    }

    @Test
    void showsMessagesAndCounts() {
        try (TestProgram _ = programThatSent("<b>Привет</b> & пока")) {
            String page = got(request("/")).body();

            assertThat(page)
                    .contains(
                            "Симулятор оператора", "&lt;b&gt;Привет&lt;/b&gt; &amp; пока", "79161234567", "доставлено")
                    .doesNotContain("<b>Привет", "#{", "${");
            assertThat(got(request("/counts")).body())
                    .startsWith("{\"submits\":1,\"accepted\":1,\"refused\":0,")
                    .endsWith("\"sessions\":1}");
        }
    }

    @Test
    void tellsMessagesToPrograms() {
        try (TestProgram _ = programThatSent("Say \"hi\"\n")) {
            assertThat(got(request("/messages?to=7916")).body())
                    .contains(
                            "\"to\":\"79161234567\",\"text\":\"Say \\\"hi\\\"\\u000a\",\"data_coding\":0,\"state\":\"DELIVRD\"");
            assertThat(got(request("/messages?to=7999")).body()).isEqualTo("[]");
        }
    }

    @Test
    void speaksEnglishToWhoAsks() {
        assertThat(got(request("/?lang=en")).body()).contains("Simulated operator", "<html lang=\"en\">");
        assertThat(got(request("/").header("Accept-Language", "en-GB,en;q=0.9")).body())
                .contains("Simulated operator");
        assertThat(got(request("/?lang=ru").header("Accept-Language", "en")).body())
                .contains("Симулятор оператора");
    }

    @Test
    void changesTheBehaviour() {
        assertThat(posted("/behaviour", "delivered=10&undelivered=90&error=8%3D5&receipt-delay=1-2")
                        .body())
                .contains("Теперь оператор ведёт себя так.");

        assertThat(simulator.behaviour())
                .isEqualTo(
                        SimulatorSettings.of("--delivered=10", "--undelivered=90", "--error=8=5", "--receipt-delay=1-2")
                                .behaviour());
    }

    @Test
    void saysWhatWasNotUnderstood() {
        Behaviour before = simulator.behaviour();

        assertThat(posted("/behaviour", "delivered=1000").body()).contains("delivered must be from 0 to 100, not 1000");
        assertThat(simulator.behaviour()).isEqualTo(before);
    }

    @Test
    void bringsAMessageToAProgram() {
        try (TestProgram program = programThatSent("Hello")) {
            posted("/inbound", "system=program&from=79161234567&to=SHOP&text=%D0%94%D0%B0");

            program.await("the message", () -> program.inbound.size() == 1);
            assertThat(posted("/inbound", "system=program&from=abc&to=SHOP&text=x")
                            .body())
                    .contains("Нужны system id");
        }
    }

    @Test
    void breaksTheLine() {
        try (TestProgram program = programThatSent("Hello")) {
            posted("/cut", "");

            program.await("the end", () -> !program.isOpen());
        }
    }

    @Test
    void obeysNoPageOfAnotherSite() {
        assertThat(got(request("/cut")
                                .header("Origin", "https://evil.example")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(got(request("/cut").header("Sec-Fetch-Site", "cross-site").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(got(request("/nothing")).statusCode()).isEqualTo(404);
        assertThat(posted("/nothing", "").statusCode()).isEqualTo(404);
        assertThat(got(request("/").DELETE()).statusCode()).isEqualTo(405);
        assertThat(posted("/inbound", "text=" + "x".repeat(20_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void hasTheSameWordsInBothLanguages() throws IOException {
        assertThat(words("page_ru.properties").keySet())
                .isEqualTo(words("page.properties").keySet());
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream in = PageTests.class.getResourceAsStream(name)) {
            words.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return words;
    }
}
