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

    private static final Duration REPORTS = Duration.ofSeconds(20);
    private static final Duration CALLBACKS = Duration.ofSeconds(90);

    private final Rig rig;
    private final Wire wire;
    private final Conductor conductor;
    private final SmscLog journal;
    private final Numbers numbers;
    private final Ears ears;

    Round(Rig rig, Wire wire, Conductor conductor, SmscLog journal, Numbers numbers, Ears ears) {
        this.rig = rig;
        this.wire = wire;
        this.conductor = conductor;
        this.journal = journal;
        this.numbers = numbers;
        this.ears = ears;
    }

    /** @param people of the round's campaign */
    Evidence run(int number, Plan plan, Duration lasts, int people, Consumer<String> told) throws SQLException {
        Earlier earlier;
        long transactionsBefore;
        try (Database database = rig.database()) {
            earlier = database.earlier();
            transactionsBefore = database.highestTransaction();
        }
        CampaignSource campaign = new CampaignSource(wire, numbers, people);
        Thread marketer = Thread.ofPlatform().name("source-campaign").start(campaign);
        Sources sources = Sources.start(wire, numbers, ears.address(), "round" + number + "-" + numbers.next());
        Optional<SmppSource> program = smpp();
        conductor.play(plan, lasts);
        told.accept("mending");
        rig.mend();
        program.ifPresent(SmppSource::fallSilent);
        sources.close();
        join(marketer);
        told.accept("everything runs, every program has its answers; waiting for the ends");
        boolean ended = new Drain(rig, wire, told).await();
        told.accept(ended ? "every message has ended" : "not everything came to its end in time");
        List<Sent> sent = new ArrayList<>(sources.sent());
        sent.addAll(campaign.sent());
        program.ifPresent(one -> sent.addAll(one.sent()));
        try (Database database = rig.database();
                Closing _ = () -> program.ifPresent(SmppSource::close)) {
            List<Row> rows = earlier.since(database.messages());
            Drain.awaitUntil(CALLBACKS, () -> rows.stream().allMatch(row -> row.wasTold(ears.told(List.of(row)))));
            return new Evidence(
                    sent,
                    rows,
                    journal.next(),
                    ears.told(rows),
                    database.ledger(transactionsBefore),
                    reports(database, campaign.campaign(), rows));
        }
    }

    private interface Closing extends AutoCloseable {

        @Override
        void close();
    }

    /** A program over SMPP, where the server has a door for it and the demonstration a password. */
    private Optional<SmppSource> smpp() {
        String password = rig.secret("client.smpp.password");
        return password.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SmppSource(rig.smppPorts(), rig.secret("client.smpp.system_id"), password, numbers, ears));
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
                        States.number(count.getKey()), count.getValue().asLong()));
        return counts;
    }

    void exhibit(int number, List<Fault> faults, Evidence evidence) {
        Exhibits.keep(rig.folder().resolve("faults"), number, faults, evidence.sent(), rig);
    }
}
