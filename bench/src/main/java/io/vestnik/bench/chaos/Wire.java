package io.vestnik.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the servers in turn, once each time: what came, or that nothing came, is for the caller to judge. */
final class Wire implements AutoCloseable {

    /** The status of an answer that never came. */
    static final int SILENCE = 0;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final List<URI> servers;
    private final String token;
    private final AtomicInteger turn = new AtomicInteger();

    Wire(List<URI> servers, String token) {
        this.servers = servers;
        this.token = token;
    }

    /** An answer; {@link #SILENCE} and an empty body where there was none. */
    record Answer(int status, JsonNode body) {

        boolean good() {
            return status / 100 == 2;
        }

        /** Whether the server said that it did not do it; what else is no answer says nothing. */
        boolean refused() {
            return status / 100 == 4 || status == 503;
        }
    }

    Answer post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    Answer post(String path, JsonNode body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Any page that answers with JSON. */
    Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).timeout(PATIENCE).GET());
    }

    private HttpRequest.Builder request(String path) {
        URI server = servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()));
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.createObjectNode());
        } catch (IOException e) {
            return new Answer(SILENCE, JSON.createObjectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(SILENCE, JSON.createObjectNode());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
