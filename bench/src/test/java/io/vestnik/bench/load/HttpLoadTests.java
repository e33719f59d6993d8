package io.vestnik.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTests {

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            if (asked[0] % 2 == 0) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(asked[0] % 5 == 0 ? 500 : 200, 0); // in chunks
            exchange.getResponseBody().write(asked);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRequestIsAnsweredOnceThoughConnectionsEnd() throws IOException {
        List<Long> numbers = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        long answered = HttpLoad.run(address(), 4, Pace.asAnswered(50, 60), new Asking(numbers, refusals));
        assertThat(answered).isEqualTo(50);
        assertThat(numbers).hasSize(50).doesNotHaveDuplicates();
        assertThat(refusals).hasSize(10);
    }

    @Test
    void aSteadyPaceSendsItsNumberAndNoMore() throws IOException {
        List<Long> numbers = new ArrayList<>();
        assertThat(HttpLoad.run(address(), 8, Pace.steady(1_000, 0.05), new Asking(numbers, new ArrayList<>())))
                .isEqualTo(50);
        assertThat(numbers).hasSize(50);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private record Asking(List<Long> numbers, List<String> refusals) implements HttpLoad.Script {

        @Override
        public byte[] request(long number, long intended) {
            byte[] head =
                    "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\n\r\n.".getBytes(StandardCharsets.US_ASCII);
            head[head.length - 1] = (byte) number;
            return head;
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            numbers.add(number);
        }

        @Override
        public void refused(int status, String body) {
            refusals.add(body);
        }
    }
}
