package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.links.ClickMarks;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Sums;
import io.vestnik.platform.statistics.domain.StatisticsDesk;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Counts on every page agree with each other and with the rows, whatever becomes of messages. */
class CountsTests extends PathScene {
    private static final List<CampaignId> CAMPAIGNS = List.of(new CampaignId(70_001), new CampaignId(70_002));
    private static final int MANY = 40;

    @Autowired
    private StatisticsDesk statistics;

    @Autowired
    private Tariffs tariffs;

    @Autowired
    private ClickMarks clicks;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    /** What messages come to, whoever says so. */
    private record Told(Map<MessageState, Long> states, long parts, Money charged, long clicked) {
        /** Marks of people whom other tests erased are gone from the rows. */
        Told unmarked() {
            return new Told(states, parts, charged, 0);
        }

        static Told of(Sums sums) {
            return new Told(sums.states(), sums.parts(), sums.charged(), sums.of(MessageMark.CLICKED));
        }
    }

    @Test
    void countsAgreeWithEachOtherAndWithTheRows() {
        Random random = new Random(randomSeed());
        List<MessageId> open = traffic(random);
        agree();
        open.forEach(id -> receipts(id, Status.UNDELIVERABLE));
        agree();
    }

    @Test
    void addsUpEarlierMessagesWhileTheirStatesChange() {
        Random random = new Random(randomSeed());
        List<MessageId> sent = traffic(random);
        forgetCounts();
        sent.forEach(id -> receipts(id, Status.DELIVERED));
        click(sent);
        traffic(random).forEach(id -> receipts(id, Status.UNDELIVERABLE));
        agree();
    }

    private static long randomSeed() {
        long seed = System.nanoTime();
        System.out.println("The seed of the traffic is " + seed);
        return seed;
    }

    /** Single messages and campaigns, of which a random share is refused, in doubt, delivered early or late, clicked; those left sent. */
    private List<MessageId> traffic(Random random) {
        network.answers(message -> answer(message, random.nextInt(10)));
        List<MessageId> ids = new ArrayList<>(singles("Слово ".repeat(1 + random.nextInt(30))));
        CAMPAIGNS.forEach(campaign -> ids.addAll(campaign(campaign)));
        List<MessageId> open = new ArrayList<>();
        List<MessageId> delivered = new ArrayList<>();
        await().until(() -> ids.stream().noneMatch(id -> stateOf(id) == MessageState.QUEUED));
        List<MessageId> doubts =
                ids.stream().filter(id -> stateOf(id) == MessageState.IN_DOUBT).toList();
        await().until(() ->
                doubts.stream().noneMatch(id -> stateOf(id) == MessageState.IN_DOUBT)); // their time is over
        doubts.stream()
                .filter(_ -> random.nextBoolean())
                .forEach(id -> network.deliver(network.report("late-" + id, recipient(id), Status.DELIVERED)));
        for (MessageId id : ids) {
            if (stateOf(id) == MessageState.SENT) {
                switch (random.nextInt(3)) {
                    case 0 -> open.add(id);
                    case 1 -> receipts(id, Status.UNDELIVERABLE);
                    default -> {
                        receipts(id, Status.DELIVERED);
                        delivered.add(id);
                    }
                }
            }
        }
        click(delivered.stream().filter(_ -> random.nextBoolean()).toList());
        network.answers(network::accepted);
        return open;
    }

    private Outcome answer(Outgoing message, int chance) {
        return switch (chance) {
            case 0 -> new Outcome.InDoubt(message);
            case 1 -> new Outcome.Refused(message, "11", List.of());
            default -> network.accepted(message);
        };
    }

    private void receipts(MessageId id, Status status) {
        network.idsOf(id).forEach(upstream -> network.deliver(network.report(upstream, recipient(id), status)));
    }

    private String recipient(MessageId id) {
        return pipeline.find(CLIENT, id).orElseThrow().recipient();
    }

    private List<MessageId> singles(String text) {
        return accepted(pipeline.accept(IntStream.range(0, MANY)
                        .mapToObj(i -> message(Long.toString(79161280000L + i), text))
                        .toList())
                .join());
    }

    private List<MessageId> campaign(CampaignId campaign) {
        Tariffs.Quote quote =
                tariffs.quote(CLIENT, "25001", TrafficType.SERVICE).orElseThrow();
        List<CampaignChunk.Item> items = IntStream.range(0, MANY)
                .mapToObj(i -> new CampaignChunk.Item(
                        Long.toString(79161290000L + i), "Рассылка", 1, i % 2 == 0 ? "25001" : "25002", quote))
                .toList();
        List<MessageId> ids = pipeline.newIds(CLIENT, MANY);
        transactions.run(Pool.BACKGROUND, () -> {
            List<Billing.Payment> payments = quote.levels().stream()
                    .map(level ->
                            new Billing.Payment(level.payer(), level.perPart().times(MANY)))
                    .toList();
            long hold = billing.hold(List.of(new Billing.Charge(payments, MANY)), "campaign " + campaign)
                    .transaction();
            pipeline.enqueue(
                    new CampaignChunk(
                            CLIENT,
                            null,
                            campaign,
                            TrafficType.SERVICE,
                            "VESTNIK",
                            clock.instant().plus(Duration.ofHours(1)),
                            hold,
                            false,
                            CampaignChunk.Gate.OPEN,
                            items),
                    ids);
        });
        return ids;
    }

    private void click(List<MessageId> ids) {
        transactions.run(
                Pool.BACKGROUND,
                () -> clicks.clicked(ids.stream()
                        .map(id -> new ClickMarks.Clicked(CLIENT, id, clock.instant()))
                        .toList()));
    }

    /** As if the counters had only now been invented. */
    private void forgetCounts() {
        transactions.run(Pool.BACKGROUND, () -> {
            jdbc.sql("SELECT FROM store.fact_cursor WHERE subscriber = 'statistics' FOR UPDATE")
                    .query()
                    .listOfRows();
            jdbc.sql("TRUNCATE statistics.hourly, statistics.daily, statistics.happened, statistics.failed")
                    .update();
            jdbc.sql("UPDATE statistics.progress SET through = " + Tallies.ABOVE_ALL)
                    .update();
        });
    }

    /** Once all has been counted; other tests of the same account may leave messages whose time ends meanwhile. */
    private void agree() {
        await().untilAsserted(() -> {
            Told rows = rows("");
            for (Grouping by : Grouping.values()) {
                Report report = report(by);
                assertThat(Told.of(report.total()).unmarked())
                        .as("all messages, by " + by)
                        .isEqualTo(rows.unmarked());
                assertThat(Told.of(report.lines().stream().map(Line::sums).reduce(Sums.NONE, Sums::plus))
                                .states())
                        .as("lines by " + by)
                        .isEqualTo(rows.states());
            }
            long clicked = 0;
            Map<CampaignId, Sums> campaigns = statistics.campaigns(CLIENT, CAMPAIGNS);
            for (CampaignId campaign : CAMPAIGNS) {
                Told told = rows(" AND m.campaign = " + campaign);
                assertThat(counters(campaign)).as("counters of a campaign").isEqualTo(told);
                assertThat(campaigns.get(campaign))
                        .as("statistics of a campaign")
                        .isNotNull();
                assertThat(Told.of(campaigns.getOrDefault(campaign, Sums.NONE))).isEqualTo(told);
                clicked += told.clicked();
            }
            long delivered = rows.states().getOrDefault(MessageState.DELIVERED, 0L);
            assertThat(happened("kind = 0")).as("deliveries by hour").isEqualTo(delivered);
            assertThat(happened("kind = 1 AND campaign IN (70001, 70002)"))
                    .as("clicks by hour")
                    .isEqualTo(clicked);
            assertThat(failed()).as("failures by code").isEqualTo(failedRows());
            assertThat(statistics.counted().whole()).isTrue();
        });
    }

    private Report report(Grouping by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return statistics.own(CLIENT, today.minusDays(1), today.plusDays(1), by);
    }

    /** What the rows themselves say, and the ledger's rule of what is charged. */
    private Told rows(String condition) {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        jdbc.sql("SELECT m.state, count(*) FROM pipeline.message m WHERE m.account = 3" + condition
                        + " GROUP BY m.state")
                .query(row -> {
                    states.put(MessageState.ofNumber(row.getInt(1)), row.getLong(2));
                });
        return jdbc.sql("""
                        SELECT coalesce(sum(m.parts), 0), coalesce(sum(m.price) FILTER (WHERE m.state IN (8, 9)), 0),
                               (SELECT count(*) FROM pipeline.message_mark k JOIN pipeline.message m ON m.id = k.message
                                 WHERE k.kind = 1 AND m.account = 3%1$s)
                          FROM pipeline.message m WHERE m.account = 3%1$s""".formatted(condition))
                .query((row, _) -> new Told(states, row.getLong(1), Money.of(row.getBigDecimal(2)), row.getLong(3)))
                .single();
    }

    /** What the page of the campaign says. */
    private Told counters(CampaignId campaign) {
        Map<MessageState, Long> states = new TreeMap<>();
        jdbc.sql(
                        "SELECT state, sum(messages) FROM campaigns.counter WHERE campaign = :id GROUP BY state HAVING sum(messages) <> 0")
                .param("id", campaign.value())
                .query(row -> {
                    states.put(MessageState.ofNumber(row.getInt(1)), row.getLong(2));
                });
        return jdbc.sql("""
                        SELECT coalesce(sum(parts), 0), coalesce(sum(charged), 0),
                               coalesce((SELECT messages FROM campaigns.mark WHERE campaign = :id AND kind = 1), 0)
                          FROM campaigns.counter WHERE campaign = :id""")
                .param("id", campaign.value())
                .query((row, _) -> new Told(states, row.getLong(1), Money.of(row.getBigDecimal(2)), row.getLong(3)))
                .single();
    }

    private long happened(String condition) {
        return jdbc.sql("SELECT coalesce(sum(messages), 0) FROM statistics.happened WHERE account = 3 AND " + condition)
                .query(Long.class)
                .single();
    }

    private Map<String, Long> failed() {
        return byCode(
                "SELECT code, sum(messages) FROM statistics.failed WHERE account = 3 GROUP BY code HAVING sum(messages) <> 0");
    }

    private Map<String, Long> failedRows() {
        return byCode("""
                SELECT coalesce(error, ''), count(*) FROM pipeline.message
                 WHERE account = 3 AND state IN (10, 11, 12) GROUP BY error""");
    }

    private Map<String, Long> byCode(String sql) {
        Map<String, Long> codes = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            codes.put(row.getString(1), row.getLong(2));
        });
        return codes;
    }
}
