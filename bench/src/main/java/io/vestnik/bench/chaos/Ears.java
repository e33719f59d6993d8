package io.vestnik.bench.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the client's programs are told of their messages' ends: by callbacks, which it takes itself, and by receipts. */
final class Ears implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TAKEN = 204;
    private static final int NOT_NOW = 503;
    /** So many requests are refused of the first of each thousand, to be sent again. */
    private static final int REFUSED = 2;

    private static final int THOUSAND = 1_000;

    private final Map<Long, Set<Integer>> told = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Ears(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port of the loopback address. */
    static Ears open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            Ears ears = new Ears(server);
            server.setExecutor(ears.threads);
            server.createContext("/", ears::called);
            server.start();
            return ears;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where callbacks go. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    /** Takes note that a program was told this state of this message. */
    void hear(long message, int state) {
        told.computeIfAbsent(message, _ -> ConcurrentHashMap.newKeySet()).add(state);
    }

    /** The states that were told of each of these messages. */
    Map<Long, Set<Integer>> told(List<Row> rows) {
        Map<Long, Set<Integer>> heard = new ConcurrentHashMap<>();
        rows.forEach(row -> heard.put(row.id(), Set.copyOf(told.getOrDefault(row.id(), Set.of()))));
        return heard;
    }

    private void called(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (requests.getAndIncrement() % THOUSAND < REFUSED) {
                exchange.sendResponseHeaders(NOT_NOW, -1);
                return;
            }
            JsonNode said = JSON.readTree(body);
            if (said.path("type").asString().equals("batch")) {
                said.path("data").forEach(this::event);
            } else {
                event(said);
            }
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    private void event(JsonNode event) {
        JsonNode data = event.path("data");
        hear(data.path("id").asLong(), States.number(data.path("state").asString()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
