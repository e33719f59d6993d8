package io.vestnik.platform.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API: operations of its description whose examples are spoilt. */
final class SpoiltApi implements SpoiltDoor {
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;

    private final List<Operation> operations;
    private final JsonMapper json;
    private final String token;
    private final AtomicLong taken = new AtomicLong();

    /** An operation of the description, with the body of its example. */
    private record Operation(String method, String path, JsonNode example) {}

    SpoiltApi(JsonNode description, String token, JsonMapper json) {
        this.json = json;
        this.operations = operations(description);
        this.token = token;
    }

    private List<Operation> operations(JsonNode description) {
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
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), own(body.path("example"))));
                    }
                }));
        return operations;
    }

    /** People who are made here must not take the addresses from whoever is made by the examples themselves. */
    private JsonNode own(JsonNode example) {
        return json.readTree(json.writeValueAsString(example).replace("@example.", "@fuzz.example."));
    }

    @Override
    public byte[] request(Random random) {
        Operation operation = operations.get(random.nextInt(operations.size()));
        byte[] body = new MutatedRequests(random, json).of(operation.example());
        return HttpLine.request(
                operation.method() + " " + path(operation.path(), random),
                List.of(
                        "Authorization: Bearer " + token,
                        "Content-Type: " + (random.nextInt(20) == 0 ? "text/csv" : "application/json"),
                        "If-Match: " + (random.nextBoolean() ? "*" : "\"" + random.nextInt() + "\"")),
                body);
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

    @Override
    public Optional<String> fault(HttpLine.Answer answer) {
        boolean refused = answer.status() >= REFUSED;
        boolean told = answer.field("Content-Type").orElse("").startsWith("application/problem+json")
                && answer.body().contains("\"type\":\"urn:vestnik:problem:");
        if (!refused) {
            taken.addAndGet(messages(answer.body()));
        }
        return answer.status() >= BROKEN || (refused && !told)
                ? Optional.of(answer.status() + " " + answer.body())
                : Optional.empty();
    }

    /** How many messages an answer says were stored: of what the API makes nothing else has both an id and parts. */
    private long messages(String body) {
        if (body.isEmpty() || body.charAt(0) != '{') {
            return 0;
        }
        JsonNode told = json.readTree(body);
        return isMessage(told)
                ? 1
                : told.path("items").valueStream().filter(SpoiltApi::isMessage).count();
    }

    private static boolean isMessage(JsonNode told) {
        return told.has("id") && told.has("parts");
    }

    /** How many messages it said it has stored. */
    long taken() {
        return taken.get();
    }
}
