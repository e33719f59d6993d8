package io.vestnik.platform.webhooks.domain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A customer's web server: keeps what it was told and answers as the test says. */
final class Receiver implements AutoCloseable {
    final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<Told> taken = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile byte[] reply = {};
    private volatile Function<Told, Answer> answers = _ -> new Answer(204, Map.of());

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::hear);
        server.start();
    }

    /** A request as it came. */
    record Told(String path, String id, String timestamp, String signature, String body) {}

    record Answer(int status, Map<String, String> headers) {}

    void answer(int status) {
        answers = _ -> new Answer(status, Map.of());
    }

    void answer(Function<Told, Answer> answer) {
        answers = answer;
    }

    /** What the body of its answers says from now on. */
    void reply(String body) {
        reply = body.getBytes(StandardCharsets.UTF_8);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            Told one = new Told(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body);
            told.add(one);
            Answer answer = answers.apply(one);
            if (answer.status() < 300) {
                taken.add(one);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(
                    reply.length > 0 ? 200 : answer.status(), reply.length > 0 ? reply.length : -1);
            exchange.getResponseBody().write(reply);
        }
    }

    /** What was answered with 2xx. */
    List<Told> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow(); // also those that a test holds back
    }
}
