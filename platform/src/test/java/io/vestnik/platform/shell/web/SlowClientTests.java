package io.vestnik.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Somebody who sends an octet now and then, which by itself keeps a connection for ever. */
class SlowClientTests {
    private static final String WHOLE =
            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc";

    private final CompletableFuture<IOException> broken = new CompletableFuture<>();
    private final WebServer server = server();

    private WebServer server() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new SlowClients(Duration.ofMillis(200), Duration.ofMillis(200)).customize(factory);
        WebServer made = factory.getWebServer(context -> context.addServlet("reader", new HttpServlet() {
                    @Override
                    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        try {
                            response.getWriter().print(request.getInputStream().readAllBytes().length);
                        } catch (IOException e) {
                            broken.complete(e);
                            throw e;
                        }
                    }
                })
                .addMapping("/*"));
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isHungUpOnInTheMiddleOfAHead() throws IOException {
        try (Socket slow = says("POST / HTTP/1.1\r\nHost: a\r\nX: ")) {
            await().until(() -> hangsUpOn(slow));
        }
        assertThat(answer()).startsWith("HTTP/1.1 200").endsWith("3");
    }

    @Test
    void isHungUpOnInTheMiddleOfABody() throws IOException {
        try (Socket slow = says("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n")) {
            await().until(() -> hangsUpOn(slow));
        }
        assertThat(broken).isCompleted();
        assertThat(answer()).startsWith("HTTP/1.1 200").endsWith("3");
    }

    @Test
    void isNoneWhoKeepsAConnectionAndAsksNothing() throws IOException {
        try (Socket idle = says(WHOLE.replace("Connection: close\r\n", ""));
                Socket slow = says("POST / HTTP/1.1\r\nHost: a\r\nX: ")) {
            assertThat(idle.getInputStream().read()).isPositive();
            await().until(() -> hangsUpOn(slow)); // who came later and is slow goes first
            idle.getOutputStream().write(WHOLE.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(idle.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .containsOnlyOnce("HTTP/1.1 200");
        }
    }

    private Socket says(String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String answer() throws IOException {
        try (Socket socket = says(WHOLE)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** One octet more, each time it is asked. */
    private static boolean hangsUpOn(Socket slow) throws IOException {
        slow.setSoTimeout(1);
        try {
            slow.getOutputStream().write('a');
            slow.getInputStream().readAllBytes(); // it may have told why
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (SocketException _) {
            return true;
        }
    }
}
