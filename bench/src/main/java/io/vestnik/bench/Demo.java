package io.vestnik.bench;

import io.vestnik.bench.DemoResult.Loaded;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The main job without a browser: from a spreadsheet to delivery reports, over the API, as a client's program would do it. */
final class Demo {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long SEED = 20_261_121;
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final Duration SENDING = Duration.ofMinutes(10);
    private static final String TEXT = "Здравствуйте, [Имя]! Скидка 20% до воскресенья.";

    private final House house;
    private final DemoOptions options;
    private final PrintStream out;
    private final PrintStream log;

    Demo(House house, DemoOptions options, PrintStream out, PrintStream log) {
        this.house = house;
        this.options = options;
        this.out = out;
        this.log = log;
    }

    /** Does it all and prints what came of it; 0 when every message is final and the ledger balances, otherwise 1. */
    int run() {
        log.println("Starting the server and the simulated operator on fresh data …");
        DemoResult result;
        try (Installation installation = Installation.start(house, Operator.ordinary(SEED));
                Api api = new Api(installation.address(), installation.token());
                Books books = installation.books()) {
            result = new Run(installation, api, books).result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(options.json() ? result.line() + System.lineSeparator() : result.report());
        out.flush();
        result.faults().forEach(fault -> log.println("vestnik: " + fault));
        return result.isWell() ? 0 : 1;
    }

    /** One run on one installation. */
    private final class Run {

        private final Installation installation;
        private final Api api;
        private final Books books;
        private final CustomerSheet sheet = new CustomerSheet(options.recipients(), SEED);
        private final List<String> faults = new ArrayList<>();

        Run(Installation installation, Api api, Books books) {
            this.installation = installation;
            this.api = api;
            this.books = books;
        }

        DemoResult result() throws IOException {
            Loaded loaded = load();
            expect("loaded numbers", sheet.people(), loaded.imported());
            expect("refused numbers", sheet.wrong(), loaded.refused());
            expect("duplicates", sheet.duplicates(), loaded.duplicates());
            long campaign = draft();
            JsonNode preview = preview(campaign);
            long recipients = preview.path("recipients").asLong();
            expect("recipients of the preview", sheet.people(), recipients);
            log.printf(
                    "Previewed: %d recipients, %d parts, %s. Sending …%n",
                    recipients,
                    preview.path("parts").asLong(),
                    preview.path("cost").asString());

            CpuTime before = CpuTime.of(installation.server());
            Instant confirmed = confirm(campaign, preview.path("number").asLong());
            Optional<Instant> finished = awaitLastReceipt(campaign, recipients);
            CpuTime spent = CpuTime.of(installation.server()).since(before);

            Map<String, Long> states = books.states(campaign);
            finished.ifPresentOrElse(
                    at -> {},
                    () -> faults.add(
                            "after " + SENDING.toMinutes() + " minutes these are not final: " + Books.open(states)));
            expect(
                    "messages",
                    recipients,
                    states.values().stream().mapToLong(Long::longValue).sum());
            expect("numbers that got two messages", 0, books.repeated(campaign));
            List<String> ledger = faultsOfMoney(campaign);
            faults.addAll(ledger);
            awaitCounters(campaign, recipients);
            return new DemoResult(
                    loaded,
                    recipients,
                    states,
                    preview.path("parts").asLong(),
                    books.paidFor(campaign),
                    finished.map(at -> Duration.between(confirmed, at).toNanos() / 1e9)
                            .orElse(0.0),
                    spent,
                    HeapPeak.mebibytes(installation.folder().resolve("gc.log")),
                    ledger.isEmpty(),
                    faults);
        }

        private Loaded load() throws IOException {
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
            AtomicReference<JsonNode> seen = new AtomicReference<>(request);
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
            JsonNode result = seen.get().path("result");
            return new Loaded(
                    result.path("rows").asLong(),
                    result.path("added").asLong(),
                    result.path("duplicates").asLong(),
                    result.path("refused").asLong());
        }

        private long draft() {
            JsonNode groups = api.get("/api/v1/groups").path("items");
            ObjectNode draft = JSON.createObjectNode();
            draft.put("name", "Скидка").put("sender", "VESTNIK").put("text", TEXT);
            draft.putArray("groups").add(groups.path(0).path("id"));
            return api.post("/api/v1/campaigns", draft).path("id").asLong();
        }

        private JsonNode preview(long campaign) {
            String path = "/api/v1/campaigns/" + campaign + "/preview";
            api.post(path, JSON.createObjectNode());
            AtomicReference<JsonNode> seen = new AtomicReference<>(JSON.createObjectNode());
            installation.await("preview", LOADING, () -> {
                api.find(path).ifPresent(seen::set);
                return seen.get().has("number");
            });
            return seen.get();
        }

        private Instant confirm(long campaign, long preview) {
            ObjectNode request = JSON.createObjectNode().put("preview", preview);
            JsonNode answer = api.post("/api/v1/campaigns/" + campaign + "/confirm", request);
            return Instant.parse(answer.path("confirmed_at").asString());
        }

        private Optional<Instant> awaitLastReceipt(long campaign, long recipients) {
            AtomicReference<Optional<Instant>> finished = new AtomicReference<>(Optional.empty());
            try {
                installation.await("end of sending", SENDING, () -> {
                    finished.set(books.allFinal(campaign, recipients));
                    return finished.get().isPresent();
                });
            } catch (IllegalStateException e) {
                log.println(e.getMessage());
            }
            return finished.get();
        }

        /** Messages, facts and ledger tell of the same sum, and the ledger balances in itself. */
        private List<String> faultsOfMoney(long campaign) {
            List<String> found = new ArrayList<>(books.faultsOfTheLedger());
            BigDecimal owed = books.owedFor(campaign);
            BigDecimal paid = books.paidFor(campaign);
            BigDecimal taken = books.takenFor(campaign);
            if (owed.compareTo(paid) != 0 || owed.compareTo(taken) != 0) {
                found.add("the messages cost " + owed + ", their facts say " + paid + ", the ledger took " + taken);
            }
            return found;
        }

        /** The report that a client sees follows the facts; it must come to the same. */
        private void awaitCounters(long campaign, long recipients) {
            if (faults.isEmpty()) {
                installation.await("report of the campaign that has all " + recipients, Duration.ofSeconds(30), () -> {
                    JsonNode seen = api.get("/api/v1/campaigns/" + campaign);
                    return seen.path("state").asString().equals("finished")
                            && books.states(campaign).entrySet().stream()
                                    .allMatch(it -> seen.path("counts")
                                                    .path(it.getKey())
                                                    .asLong()
                                            == it.getValue());
                });
            }
        }

        private void expect(String what, long expected, long found) {
            if (expected != found) {
                faults.add(what + ": expected " + expected + ", found " + found);
            }
        }
    }
}
