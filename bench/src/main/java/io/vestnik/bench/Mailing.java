package io.vestnik.bench;

import io.vestnik.bench.DemoResult.Loaded;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One mailing from a spreadsheet to its report, step by step, over the API as a client's program would do it. */
final class Mailing {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final String TEXT = "Здравствуйте, [Имя]! Скидка 20% до воскресенья.";

    private final Installation installation;
    private final Api api;
    private final CustomerSheet sheet;
    private final PrintStream log;

    private long campaign;

    Mailing(Installation installation, Api api, CustomerSheet sheet, PrintStream log) {
        this.installation = installation;
        this.api = api;
        this.sheet = sheet;
        this.log = log;
    }

    /** The campaign's number; 0 before {@link #preview}. */
    long campaign() {
        return campaign;
    }

    /** Uploads the spreadsheet and loads it into a group. */
    Loaded load() throws IOException {
        Path file = installation.folder().resolve("customers.xlsx");
        sheet.writeTo(file);
        log.printf("Loading a spreadsheet of %d rows …%n", sheet.rows());
        ObjectNode request = JSON.createObjectNode();
        request.put("file", api.upload("/api/v1/files", file).path("id").asString());
        request.put("sheet", 0).put("header_rows", 1).put("group", "Клиенты");
        request.putObject("columns")
                .put(String.valueOf(CustomerSheet.PHONE_COLUMN), "phone")
                .put(String.valueOf(CustomerSheet.NAME_COLUMN), "name");
        String job = api.post("/api/v1/contacts/loads", request).path("job").asString();
        JsonNode result = ended(job).path("result");
        return new Loaded(
                result.path("rows").asLong(),
                result.path("added").asLong(),
                result.path("duplicates").asLong(),
                result.path("refused").asLong());
    }

    /** Writes the campaign to everybody who was loaded and waits for its preview. */
    Preview preview() {
        ObjectNode draft = JSON.createObjectNode();
        draft.put("name", "Скидка").put("sender", "VESTNIK").put("text", TEXT);
        draft.putArray("groups")
                .add(api.get("/api/v1/groups").path("items").path(0).path("id"));
        campaign = api.post("/api/v1/campaigns", draft).path("id").asLong();
        String path = path("/preview");
        api.post(path, JSON.createObjectNode());
        AtomicReference<JsonNode> seen = new AtomicReference<>(draft);
        installation.await("preview", LOADING, () -> {
            api.find(path).ifPresent(seen::set);
            return seen.get().has("number");
        });
        Preview preview = new Preview(
                seen.get().path("number").asLong(),
                seen.get().path("recipients").asLong(),
                seen.get().path("parts").asLong(),
                seen.get().path("cost").asString());
        log.printf("Previewed: %d recipients, %d parts, %s.%n", preview.recipients(), preview.parts(), preview.cost());
        return preview;
    }

    /** What the preview promises. */
    record Preview(long number, long recipients, long parts, String cost) {}

    /** Spends what was previewed and starts the sending; answers when that was. */
    Instant confirm(Preview preview) {
        ObjectNode request = JSON.createObjectNode().put("preview", preview.number());
        return Instant.parse(
                api.post(path("/confirm"), request).path("confirmed_at").asString());
    }

    /** Waits until the books show that all messages are final; when that was, none if it took longer. */
    Optional<Instant> awaitLast(Books books, long messages, Duration atMost) {
        AtomicReference<Optional<Instant>> finished = new AtomicReference<>(Optional.empty());
        try {
            installation.await("end of sending", atMost, () -> {
                finished.set(books.allFinal(campaign, messages));
                return finished.get().isPresent();
            });
        } catch (IllegalStateException e) {
            log.println(e.getMessage());
        }
        return finished.get();
    }

    /** Waits for the report that a client sees, which follows the facts, to come to the same as the books. */
    void awaitReport(Map<String, Long> states, Duration atMost) {
        installation.await("finished report that says " + states, atMost, () -> {
            JsonNode seen = api.get(path(""));
            return seen.path("state").asString().equals("finished")
                    && states.entrySet().stream()
                            .allMatch(
                                    it -> seen.path("counts").path(it.getKey()).asLong() == it.getValue());
        });
    }

    private JsonNode ended(String job) {
        AtomicReference<JsonNode> seen = new AtomicReference<>(JSON.createObjectNode());
        installation.await("end of loading", LOADING, () -> {
            seen.set(api.get("/api/v1/jobs/" + job));
            return switch (seen.get().path("state").asString()) {
                case "done", "failed", "cancelled" -> true;
                default -> false;
            };
        });
        if (!seen.get().path("state").asString().equals("done")) {
            throw new IllegalStateException("Loading came to this: " + seen.get());
        }
        return seen.get();
    }

    private String path(String below) {
        return "/api/v1/campaigns/" + campaign + below;
    }
}
