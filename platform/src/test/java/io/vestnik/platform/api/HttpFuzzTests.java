package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.OverHttp;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.billing.Billing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever comes over HTTP is answered or refused, with a problem that says why, and never breaks anything. */
class HttpFuzzTests extends OverHttp {
    /** How many spoilt requests: more by {@code -Dvestnik.fuzz.requests=100000}. */
    private static final int REQUESTS = Integer.getInteger("vestnik.fuzz.requests", 3_000);

    private static final long SEED = Long.getLong("vestnik.fuzz.seed", 20_261_122L);
    private static final int BROKEN = 500;

    @Autowired
    private JdbcClient jdbc;

    /** An operation of the description, with the body of its example. */
    private record Operation(String method, String path, JsonNode example) {}

    @Test
    void refusesWhatIsSpoiltAndNeverBreaks() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        MutatedRequests mutated = new MutatedRequests(random, json);
        String token = context.getBean(KeyRing.class)
                .create(SignIns.who("partner", context), "fuzz", Role.OWNER)
                .orElseThrow();
        long before = messages();
        long taken = 0;
        List<String> faults = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<Operation> operations = operations(http);
            for (int i = 0; i < REQUESTS && faults.size() < 10; i++) {
                Operation operation = operations.get(random.nextInt(operations.size()));
                byte[] body = mutated.of(operation.example());
                HttpRequest request = HttpRequest.newBuilder(uri(path(operation.path(), random)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", random.nextInt(20) == 0 ? "text/csv" : "application/json")
                        .header("If-Match", random.nextBoolean() ? "*" : "\"" + random.nextInt() + "\"")
                        .method(operation.method(), BodyPublishers.ofByteArray(body))
                        .build();
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                taken += taken(operation, answer);
                fault(operation, body, answer, faults);
            }
        }
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(messages() - before).as("messages stored, seed %d", SEED).isEqualTo(taken);
        assertThat(context.getBean(Billing.class).check().faults()).isEmpty();
    }

    private static void fault(Operation operation, byte[] body, HttpResponse<String> answer, List<String> faults) {
        boolean refused = answer.statusCode() >= 400;
        boolean told = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && answer.body().contains("\"type\":\"urn:vestnik:problem:");
        if (answer.statusCode() >= BROKEN || (refused && !told)) {
            String sent = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
            faults.add(operation.method() + " " + answer.uri().getPath() + " " + sent + " -> " + answer.statusCode()
                    + " " + answer.body());
        }
    }

    /** How many messages the answer says were stored. */
    private long taken(Operation operation, HttpResponse<String> answer) {
        if (!operation.path().startsWith("/api/v1/messages") || answer.statusCode() >= 300) {
            return 0;
        }
        JsonNode told = json.readTree(answer.body());
        boolean sent =
                operation.path().equals("/api/v1/messages") || operation.path().endsWith("/to-groups");
        return !sent
                ? 0
                : told.has("id")
                        ? 1
                        : told.path("items")
                                .valueStream()
                                .filter(it -> it.has("id"))
                                .count();
    }

    private static String path(String path, Random random) {
        String id = switch (random.nextInt(5)) {
            case 0 -> "1";
            case 1 -> "999999999999999999999999";
            case 2 -> "-1";
            case 3 -> "%D0%B0%20b";
            default -> Integer.toString(random.nextInt(100));
        };
        return path.replaceAll("\\{\\w+}", id);
    }

    private List<Operation> operations(HttpClient http) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/v1/openapi.json")).build();
        JsonNode description =
                json.readTree(http.send(request, BodyHandlers.ofString()).body());
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode body = method.getValue()
                            .path("requestBody")
                            .path("content")
                            .path("application/json");
                    if (!body.isMissingNode()) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), body.path("example")));
                    }
                }));
        return operations;
    }

    private long messages() {
        return jdbc.sql("SELECT count(*) FROM pipeline.message")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}{}{}",
                "POST /api/v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n{}",
                "POST /api/v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length : 2\r\n\r\n{}",
                "POST /api/v1/messages HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "GET /api/v1/balance HTTP/1.1\r\n\r\n",
                "GET /api/v1/balance HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/balance HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "GET /api/v1/../balance HTTP/9.9\r\nHost: a\r\n\r\n",
                "G\u0001T /api/v1/balance HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void refusesRequestsThatCouldBeReadInTwoWays(String request) throws IOException {
        assertThat(said(request)).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*");
    }

    @Test
    void readsARequestOfTwoLengthsAsOneAndHangsUp() throws IOException {
        String hidden = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
        String said = said(
                "POST /api/v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + hidden);
        assertThat(said.split("HTTP/1\\.1 ", -1)).as("answers: %s", said).hasSize(2);
        assertThat(said).startsWith("HTTP/1.1 4");
    }

    /** All that the server says until it hangs up. */
    private String said(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
