package io.vestnik.bench.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One round: send and disturb, mend, wait for the end of everything, gather what the witnesses say. */
final class Round {

    /** Names of the states by their number, as the schema stores them and the API tells them. */
    private static final List<String> STATES = List.of(
            "none",
            "scheduled",
            "moderation",
            "awaiting_payment",
            "queued",
            "sending",
            "in_doubt",
            "sent",
            "delivered",
            "read",
            "undelivered",
            "expired",
            "rejected",
            "cancelled");

    private static final Duration REPORTS = Duration.ofSeconds(20);

    private final Rig rig;
    private final Wire wire;
    private final Conductor conductor;
    private final SmscLog journal;
    private final Numbers numbers;
    private int unsettledKeys;

    Round(Rig rig, Wire wire, Conductor conductor, SmscLog journal, Numbers numbers) {
        this.rig = rig;
        this.wire = wire;
        this.conductor = conductor;
        this.journal = journal;
        this.numbers = numbers;
    }

    /** Keys under which nothing could be learnt to the end. */
    int unsettledKeys() {
        return unsettledKeys;
    }

    /** @param people of the round's campaign */
    Evidence run(int number, Plan plan, Duration lasts, int people, Consumer<String> told) throws SQLException {
        long messagesBefore;
        long transactionsBefore;
        try (Database database = rig.database()) {
            messagesBefore = database.highestMessage();
            transactionsBefore = database.highestTransaction();
        }
        CampaignSource campaign = new CampaignSource(wire, numbers, people);
        Thread marketer = Thread.ofPlatform().name("source-campaign").start(campaign);
        Sources sources = Sources.start(wire, numbers, "round" + number + "-" + numbers.next());
        conductor.play(plan, lasts);
        told.accept("mending");
        rig.mend();
        sources.close();
        join(marketer);
        unsettledKeys = sources.unsettledKeys();
        if (!new Drain(rig, wire).await(messagesBefore)) {
            told.accept("not everything came to its end in time");
        }
        List<Sent> sent = new ArrayList<>(sources.sent());
        sent.addAll(campaign.sent());
        try (Database database = rig.database()) {
            List<Row> rows = database.messages(messagesBefore);
            return new Evidence(
                    sent,
                    rows,
                    journal.next(),
                    database.ledger(transactionsBefore),
                    reports(database, campaign.campaign(), rows));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What counts the campaign, once it says what the messages say, or when time is over. */
    private List<Evidence.Report> reports(Database database, Optional<Long> campaign, List<Row> rows)
            throws SQLException {
        if (campaign.isEmpty()) {
            return List.of();
        }
        long id = campaign.get();
        long messages = rows.stream()
                .filter(row -> row.campaign() != null && row.campaign() == id)
                .count();
        // Counters follow the facts at their own pace.
        Drain.awaitUntil(REPORTS, () -> finals(told(id)) == messages);
        return List.of(
                new Evidence.Report(id, "the API", told(id)),
                new Evidence.Report(id, "the table of counters", database.counters(id)));
    }

    private static long finals(Map<Integer, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey() >= Row.DELIVERED)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<Integer, Long> told(long campaign) {
        Map<Integer, Long> counts = new HashMap<>();
        wire.get("/api/v1/campaigns/" + campaign)
                .body()
                .path("counts")
                .properties()
                .forEach(count -> counts.put(
                        STATES.indexOf(count.getKey()), count.getValue().asLong()));
        return counts;
    }

    void exhibit(int number, List<Fault> faults, Evidence evidence) {
        Exhibits.keep(rig.folder().resolve("faults"), number, faults, evidence.sent(), rig);
    }
}
