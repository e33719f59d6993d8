package io.vestnik.bench.contacts;

import io.vestnik.bench.Api;
import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.House;
import io.vestnik.bench.Installation;
import io.vestnik.bench.pipeline.Database;
import io.vestnik.bench.pipeline.Gauge;
import io.vestnik.bench.pipeline.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server of a small heap with an account of many people. */
final class ContactStand implements AutoCloseable {

    /** The group that {@link #crowd} fills. */
    static final String GROUP = "Все";

    private static final Duration LOADING = Duration.ofMinutes(20);
    private static final List<String> HEAP = List.of("-Xmx512m");
    private static final List<String> PROFILED =
            List.of("-Xmx512m", "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");

    private final ContactOptions options;
    private final PrintStream log;
    private final Installation installation;
    private Gauge gauge;
    private int people;

    private ContactStand(ContactOptions options, PrintStream log, Installation installation) {
        this.options = options;
        this.log = log;
        this.installation = installation;
        this.gauge = Gauge.of(installation);
    }

    static ContactStand open(House house, ContactOptions options, PrintStream log) {
        boolean profiled = options.profile().isPresent();
        ContactStand stand = new ContactStand(
                options, log, Installation.alone(house, profiled ? PROFILED : HEAP, List.of("--vestnik.smpp.port=0")));
        if (profiled) {
            Profile.prepare(stand.database());
            stand.gauge.close();
            stand.installation.restartServer();
            stand.gauge = Gauge.of(stand.installation);
            Profile.open(stand.database());
        }
        return stand;
    }

    /** How many contacts are many. */
    int many() {
        return options.rows();
    }

    PrintStream log() {
        return log;
    }

    Installation installation() {
        return installation;
    }

    Gauge gauge() {
        return gauge;
    }

    Database database() {
        return gauge.database();
    }

    Path folder() {
        return installation.folder();
    }

    Api api() {
        return new Api(installation.address(), installation.token());
    }

    /** The client's pages, signed in. */
    CustomerPages pages() throws IOException {
        return CustomerPages.signIn(installation);
    }

    /** People whom no earlier row has loaded. */
    PeopleSheet newPeople(int count) {
        PeopleSheet sheet = new PeopleSheet(people, count);
        people += count;
        return sheet;
    }

    /** What a load came to: from the first octet sent until the end of the job. */
    record Loaded(double seconds, JsonNode result) {}

    /** Loads a table into a group over the API, as a client's program would do it. */
    Loaded load(Path table, String group) throws IOException {
        try (Api api = api()) {
            long began = System.nanoTime();
            ObjectNode request = new JsonMapper().createObjectNode();
            request.put("file", api.upload("/api/v1/files", table).path("id").asString());
            request.put("sheet", 0).put("header_rows", 1).put("group", group);
            ObjectNode columns = request.putObject("columns");
            PeopleSheet.COLUMNS.forEach((column, field) -> columns.put(String.valueOf(column), field));
            JsonNode job = ended(
                    api, api.post("/api/v1/contacts/loads", request).path("job").asString());
            return new Loaded((System.nanoTime() - began) / 1e9, job.path("result"));
        }
    }

    /** Waits until a job is done; any other end is an exception. */
    JsonNode ended(Api api, String job) {
        AtomicReference<JsonNode> seen = new AtomicReference<>();
        installation.await("end of job " + job, LOADING, () -> {
            JsonNode now = api.get("/api/v1/jobs/" + job);
            seen.set(now);
            return switch (now.path("state").asString()) {
                case "done" -> true;
                case "failed", "cancelled" -> throw new IllegalStateException("The job came to this: " + now);
                default -> false;
            };
        });
        return seen.get();
    }

    /** The number of the group of many people, loaded where no row has loaded it yet. */
    String crowd() throws IOException {
        try (Api api = api()) {
            for (JsonNode group : api.get("/api/v1/groups").path("items")) {
                if (group.path("name").asString().equals(GROUP)) {
                    return group.path("id").asString();
                }
            }
        }
        log.printf("Loading %,d people …%n", many());
        return group(newPeople(many()), GROUP);
    }

    /** The number of a group that these people are loaded into. */
    String group(PeopleSheet people, String name) throws IOException {
        load(people.text(folder()), name);
        try (Api api = api()) {
            for (JsonNode group : api.get("/api/v1/groups").path("items")) {
                if (group.path("name").asString().equals(name)) {
                    return group.path("id").asString();
                }
            }
        }
        throw new IllegalStateException("There is no group " + name);
    }

    /** The number of the last person that was loaded: those of {@link #crowd} end there. */
    int lastCrowd() {
        return people - 1;
    }

    /** Takes everybody away again, as if nobody had ever been loaded. */
    void empty() {
        List<String> tables = database().all("""
            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
             WHERE schemaname = 'contacts' AND tablename NOT LIKE 'flyway%'\
            """, row -> row.getString(1));
        database().run("TRUNCATE " + String.join(", ", tables));
        database().run("VACUUM ANALYZE");
    }

    @Override
    public void close() {
        gauge.close();
        installation.close();
    }
}
