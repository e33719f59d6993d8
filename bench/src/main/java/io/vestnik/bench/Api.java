package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's API as a client's program sees it. An answer that is not a success is an exception with its text. */
public final class Api implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final String BOUNDARY = "vestnik-demonstration-boundary";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String token;

    public Api(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Whether a server at this address says that it is up. */
    public static boolean isUp(URI address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet: whoever waits asks again
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public JsonNode get(String path) {
        return read(path, send(request(path).GET()));
    }

    /** None where there is nothing under the path. */
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(request(path).GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(path, answer));
    }

    public JsonNode post(String path, JsonNode body) {
        return read(
                path,
                send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))));
    }

    public JsonNode upload(String path, Path file) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return read(
                path,
                send(request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body)));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static JsonNode read(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for an answer", e);
    }
}
