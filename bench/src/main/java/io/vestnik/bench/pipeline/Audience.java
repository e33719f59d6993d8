package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.Numbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A group of people, loaded over the API as a client's program would do it. */
final class Audience {

    private static final String GROUP = "Bench";
    private static final Duration LOADING = Duration.ofMinutes(20);
    /** Thirty years, so that every day of the year is somebody's. */
    private static final int DAYS_OF_BIRTH = 30 * 365;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final List<String> NAMES = List.of("Анна", "Иван", "Мария", "Пётр", "Екатерина", "Дмитрий");

    private final Journeys journeys;
    private final String group;
    private final double loadSeconds;

    private Audience(Journeys journeys, String group, double loadSeconds) {
        this.journeys = journeys;
        this.group = group;
        this.loadSeconds = loadSeconds;
    }

    static Audience load(Stand stand, int people) throws IOException {
        Journeys journeys = stand.journeys(people);
        Path file = stand.installation().folder().resolve("people.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Телефон;Имя;День рождения\n");
            for (int i = 0; i < people; i++) {
                String birthday = LocalDate.EPOCH.plusDays(i % DAYS_OF_BIRTH).format(DAY);
                out.write(Numbers.of(journeys.first() + i) + ";" + NAMES.get(i % NAMES.size()) + ";" + birthday + "\n");
            }
        }
        try (Api api = stand.api()) {
            long began = System.nanoTime();
            ObjectNode request = new JsonMapper().createObjectNode();
            request.put("file", api.upload("/api/v1/files", file).path("id").asString());
            request.put("sheet", 0).put("header_rows", 1).put("group", GROUP);
            request.putObject("columns").put("0", "phone").put("1", "name").put("2", "birthday");
            String job = api.post("/api/v1/contacts/loads", request).path("job").asString();
            stand.installation().await("end of loading", LOADING, () -> ended(api.get("/api/v1/jobs/" + job)));
            return new Audience(journeys, group(api), (System.nanoTime() - began) / 1e9);
        }
    }

    /** Who they are. */
    Journeys journeys() {
        return journeys;
    }

    int people() {
        return journeys.count();
    }

    /** The number of the group that they are in. */
    String group() {
        return group;
    }

    double loadSeconds() {
        return loadSeconds;
    }

    private static String group(Api api) {
        for (JsonNode group : api.get("/api/v1/groups").path("items")) {
            if (group.path("name").asString().equals(GROUP)) {
                return group.path("id").asString();
            }
        }
        throw new IllegalStateException("There is no group " + GROUP);
    }

    private static boolean ended(JsonNode job) {
        return switch (job.path("state").asString()) {
            case "done" -> true;
            case "failed", "cancelled" -> throw new IllegalStateException("Loading came to this: " + job);
            default -> false;
        };
    }
}
