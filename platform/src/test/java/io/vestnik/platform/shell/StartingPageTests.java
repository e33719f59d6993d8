package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

class StartingPageTests {

    private final StartingPage page = new StartingPage();
    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    @AfterEach
    void leave() {
        page.stop();
        http.close();
    }

    @Test
    void asksPeopleAndProgramsToComeAgain() throws Exception {
        page.open(environment());
        HttpResponse<String> russian = get("/contacts?q=anna", "ru-RU,ru;q=0.9");
        assertThat(russian.statusCode()).isEqualTo(503);
        assertThat(russian.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(russian.body()).contains("Вестник запускается", "http-equiv=\"refresh\"");
        assertThat(get("/", "en-GB").body()).contains("Vestnik is starting");
        HttpResponse<String> problem = get("/api/v1/balance", "en");
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("urn:vestnik:problem:http-503");
        assertThat(get("/health", "en").body()).isEqualTo("{\"status\":\"STARTING\"}");
    }

    @Test
    void leavesThePortToThePages() throws Exception {
        page.open(environment());
        get("/", "ru");
        page.start();
        try (ServerSocket pages = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(pages.isBound()).isTrue();
        }
    }

    @Test
    void endsTheStartWhenThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MockEnvironment environment = environment();
            environment.setProperty("server.port", String.valueOf(other.getLocalPort()));
            assertThatThrownBy(() -> page.open(environment)).isInstanceOf(PortInUseException.class);
        }
    }

    @Test
    void speaksTheLanguageOfThePages() {
        assertThat(StartingPage.language("theme=dark; language=en", "ru")).isEqualTo(Locale.ENGLISH);
        assertThat(StartingPage.language(null, "de-DE,en;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(StartingPage.language("language=xx", "de;q=many")).isEqualTo(Locale.of("ru"));
        assertThat(StartingPage.language(null, null)).isEqualTo(Locale.of("ru"));
    }

    private MockEnvironment environment() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("server.port", String.valueOf(port));
    }

    private HttpResponse<String> get(String path, String languages) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept-Language", languages)
                        .build(),
                BodyHandlers.ofString());
    }
}
