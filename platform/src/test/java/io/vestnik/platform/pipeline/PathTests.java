package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.Outages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathTests extends PathScene {
    @Test
    void carriesAMessageToItsReceiptAndTakesTheMoneyOnDelivery() {
        Money before = billing.balance(CLIENT).available();
        MessageId id = send("79161234567", "Привет");
        awaitState(id, MessageState.SENT);
        assertThat(billing.balance(CLIENT).held()).isEqualTo(Money.of("3.50"));
        network.deliver(network.report(upstreamOf(id), "79161234567", Status.DELIVERED));
        assertThat(stateOf(id)).isEqualTo(MessageState.DELIVERED);
        Billing.Balance after = billing.balance(CLIENT);
        assertThat(after.held()).isEqualTo(Money.ZERO);
        assertThat(after.available()).isEqualTo(before.minus(Money.of("3.50")));
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void givesTheClientsMoneyBackWhenTheNetworkCouldNotDeliver() {
        Money client = billing.balance(CLIENT).available();
        Money partner = billing.balance(PathTestBeans.PARTNER).available();
        MessageId id = send("79161234568", "Привет");
        awaitState(id, MessageState.SENT);
        network.deliver(network.report(upstreamOf(id), "79161234568", Status.UNDELIVERABLE));
        assertThat(stateOf(id)).isEqualTo(MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, id).orElseThrow().error()).isEqualTo("011");
        assertThat(billing.balance(CLIENT).available()).isEqualTo(client);
        assertThat(billing.balance(PathTestBeans.PARTNER).available())
                .as("the partner pays on sending")
                .isEqualTo(partner.minus(Money.of("2.25")));
    }

    @Test
    void keepsAReceiptThatOvertakesTheAnswer() {
        network.answers(message -> {
            network.deliver(network.report("early" + message.id(), message.recipient(), Status.DELIVERED));
            return new Outcome.Accepted(message, List.of("early" + message.id()));
        });
        awaitState(send("79161234569", "Раньше ответа"), MessageState.DELIVERED);
    }

    @Test
    void deliversALongMessageWhenAllItsPartsAre() {
        MessageId id = send("79161234570", "Слово ".repeat(30));
        awaitState(id, MessageState.SENT);
        List<String> parts = network.idsOf(id);
        assertThat(parts).hasSize(3);
        network.deliver(network.report(parts.get(2), "79161234570", Status.DELIVERED));
        network.deliver(
                network.report(parts.get(0), "79161234570", Status.DELIVERED),
                network.report(parts.get(0), "79161234570", Status.DELIVERED));
        assertThat(stateOf(id)).isEqualTo(MessageState.SENT);
        network.deliver(network.report(parts.get(1), "79161234570", Status.DELIVERED));
        assertThat(stateOf(id)).isEqualTo(MessageState.DELIVERED);
        assertThat(pipeline.find(CLIENT, id).orElseThrow().price()).isEqualTo(Money.of("10.50"));
    }

    @Test
    void sendsAgainWhatTheNetworkCouldNotTakeYetAndWhatNeverLeft() {
        Set<MessageId> once = ConcurrentHashMap.newKeySet();
        network.answers(message -> {
            if (once.add(message.id())) {
                return message.id().value() % 2 == 0
                        ? new Outcome.NotSent(message)
                        : new Outcome.Later(message, "88", Duration.ofMillis(10));
            }
            return network.accepted(message);
        });
        List<MessageId> ids = sendMany(40, "Ещё раз");
        ids.forEach(id -> awaitState(id, MessageState.SENT));
        assertThat(network.seen).hasSize(80);
        finish(ids, Status.DELIVERED);
    }

    @Test
    void knowsTheReceiptsOfPartsThatWereTakenBeforeAnotherWasRefused() {
        network.answers(message -> new Outcome.Refused(message, "11", List.of("taken-1", "", "taken-3")));
        MessageId id = send("79161234571", "Слово ".repeat(30));
        awaitState(id, MessageState.UNDELIVERED);

        network.deliver(
                network.report("taken-1", "79161234571", Status.DELIVERED),
                network.report("taken-3", "79161234571", Status.UNDELIVERABLE));

        assertThat(jdbc.sql("SELECT count(*) FROM pipeline.parked_receipt WHERE upstream_id LIKE 'taken-%'")
                        .query(Long.class)
                        .single())
                .as("receipts without a message")
                .isZero();
        assertThat(stateOf(id)).isEqualTo(MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, id).orElseThrow().error()).isEqualTo("11");
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void settlesADoubtByAReceiptOrAfterItsTimeAndNeverSendsItTwice() {
        network.answers(Outcome.InDoubt::new);
        MessageId heard = send("79161230001", "Сомнение");
        MessageId unheard = send("79161230002", "Сомнение");
        awaitState(heard, MessageState.IN_DOUBT);
        network.deliver(network.report("never-told", "79161230001", Status.DELIVERED));
        awaitState(heard, MessageState.DELIVERED);
        assertThat(pipeline.find(CLIENT, heard).orElseThrow().sentAt())
                .as("a delivery proves that the network took it")
                .isNotNull();
        awaitState(unheard, MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, unheard).orElseThrow().error()).isEqualTo("unknown");
        assertThat(network.seen).hasSize(2);
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void believesALateReceiptMoreThanItsOwnTimer() {
        network.answers(Outcome.InDoubt::new);
        Money client = billing.balance(CLIENT).available();
        MessageId id = send("79161230003", "Поздно");
        awaitState(id, MessageState.UNDELIVERED);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(client);
        network.deliver(network.report("late", "79161230003", Status.DELIVERED));
        awaitState(id, MessageState.DELIVERED);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(client.minus(Money.of("3.50")));
        assertThat(billing.balance(CLIENT).held()).isEqualTo(Money.ZERO);
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void settlesNoDoubtByAReceiptThatRefersToAnother() {
        network.answers(Outcome.InDoubt::new);
        MessageId id = send("79161236005", "Чужое");
        awaitState(id, MessageState.IN_DOUBT);

        network.deliver(
                network.report("stranger", "79161236005", Status.DELIVERED).withReference(reference(id, 1) ^ 0x5555));

        awaitState(id, MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, id).orElseThrow().error()).isEqualTo("unknown");
    }

    @Test
    void correctsALongMessageWhoseTimeWasOverWhenAllItsReceiptsComeAfterAll() {
        network.answers(Outcome.InDoubt::new);
        Money before = billing.balance(CLIENT).available();
        MessageId id = send("79161236006", "Слово ".repeat(30));
        awaitState(id, MessageState.UNDELIVERED);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);

        network.deliver(IntStream.rangeClosed(1, 3)
                .mapToObj(part -> about(id, part, "late-" + part, Status.DELIVERED))
                .toArray(DeliveryReport[]::new));

        awaitState(id, MessageState.DELIVERED);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before.minus(Money.of("10.50")));
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void refusesWithAReasonAndKeepsNothing() {
        assertThat(reason(message("79161234567", " "))).isEqualTo(Acceptance.Reason.EMPTY_TEXT);
        assertThat(reason(message("12", "x"))).isEqualTo(Acceptance.Reason.BAD_RECIPIENT);
        assertThat(reason(message("79161234567", "a\u0000b"))).isEqualTo(Acceptance.Reason.BAD_CHARACTERS);
        assertThat(reason(message("79161234567", "a\uD83D"))).isEqualTo(Acceptance.Reason.BAD_CHARACTERS);
        assertThat(reason(message("79161234567", "я".repeat(671)))).isEqualTo(Acceptance.Reason.TOO_LONG);
        assertThat(reason(message("14155550100", "x"))).isEqualTo(Acceptance.Reason.NO_PRICE);
        assertThat(pipeline.list(CLIENT, new MessageFilter(null, null, "14155550100"), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    void takesOnlyWhatIsPaid() {
        network.open(false);
        int affordable = (int) (billing.balance(CLIENT).available().units() / 35_000);
        List<NewMessage> many = IntStream.range(0, affordable + 5)
                .mapToObj(i -> message(Long.toString(79170000000L + i), "Дорого"))
                .toList();
        List<Acceptance> answers = pipeline.accept(many).join();
        assertThat(answers.stream().filter(a -> a instanceof Acceptance.Accepted))
                .hasSize(affordable);
        assertThat(answers.getLast()).isEqualTo(new Acceptance.Refused(Acceptance.Reason.NO_MONEY));
        network.open(true);
        finish(accepted(answers), Status.DELIVERED);
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void endsEveryMessageOnceUnderARandomNetwork() {
        long seed = 20261121;
        Random random = new Random(seed);
        network.answers(message -> switch (random.nextInt(10)) {
            case 0 -> new Outcome.Later(message, "20", Duration.ofMillis(5));
            case 1 -> new Outcome.NotSent(message);
            case 2 -> new Outcome.Refused(message, "11");
            case 3 -> new Outcome.InDoubt(message);
            default -> network.accepted(message);
        });
        List<MessageId> ids = sendMany(200, "Как повезёт");
        await().untilAsserted(() -> {
            finishSent(ids, random);
            assertThat(ids).as("seed %s", seed).allMatch(id -> stateOf(id).isFinal());
        });
        assertThat(billing.balance(CLIENT).held()).isEqualTo(Money.ZERO);
        assertThat(billing.balance(PathTestBeans.PARTNER).held()).isEqualTo(Money.ZERO);
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void goesOnAfterTheDatabaseDroppedEveryConnection() {
        List<MessageId> before = sendMany(100, "До обрыва");
        jdbc.sql("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()""").query(Long.class).single();
        List<MessageId> after = sendManyUntilTaken(100, "После обрыва");
        finish(before, Status.DELIVERED);
        finish(after, Status.DELIVERED);
        assertThat(network.seen.stream().map(Outgoing::id).distinct().count()).isEqualTo(network.seen.size());
        assertThat(billing.check().faults()).isEmpty();
    }

    /** As a client does who is told to come again. */
    private List<MessageId> sendManyUntilTaken(int count, String text) {
        for (int tries = 0; tries < 20; tries++) {
            try {
                return sendMany(count, text);
            } catch (CompletionException away) {
                assertThat(Outages.isOutage(away)).as(away.toString()).isTrue();
            }
        }
        throw new AssertionError("The database did not come back");
    }

    @Test
    void readsMessagesByKeyAndOnlyWhereTheyLie() {
        Map<String, Long> before = scans();
        List<MessageId> ids = sendMany(50, "По ключу");
        finish(ids, Status.DELIVERED);
        // The server counts with a delay: the partition of this week tells when it has.
        await().until(() -> grown(before, scans()).stream().anyMatch(name -> name.startsWith("i message_2")));
        List<String> grown = grown(before, scans());
        assertThat(grown).as("whole tables read").noneMatch(name -> name.startsWith("s message_2"));
        assertThat(grown.stream().filter(name -> name.startsWith("i message_2")))
                .as("partitions of messages touched")
                .hasSizeLessThanOrEqualTo(2);
    }

    private static List<String> grown(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .filter(entry -> entry.getValue() > before.getOrDefault(entry.getKey(), 0L))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often each table was read by index ("i name") and whole ("s name"). */
    private Map<String, Long> scans() {
        Map<String, Long> scans = new HashMap<>();
        jdbc.sql("""
                SELECT relname, coalesce(idx_scan, 0), coalesce(seq_scan, 0)
                  FROM pg_stat_user_tables
                 WHERE schemaname = 'pipeline' AND relname NOT LIKE 'message_event%'""").query(row -> {
            scans.put("i " + row.getString(1), row.getLong(2));
            scans.put("s " + row.getString(1), row.getLong(3));
        });
        return scans;
    }

    private void finishSent(List<MessageId> ids, Random random) {
        Status[] ends = {Status.DELIVERED, Status.DELIVERED, Status.UNDELIVERABLE, Status.EXPIRED};
        for (MessageId id : ids) {
            MessageView view = pipeline.find(CLIENT, id).orElseThrow();
            if (view.state() == MessageState.SENT) {
                network.deliver(network.report(upstreamOf(id), view.recipient(), ends[random.nextInt(ends.length)]));
            }
        }
    }

    private Acceptance.Reason reason(NewMessage message) {
        return ((Acceptance.Refused) pipeline.accept(List.of(message)).join().getFirst()).reason();
    }
}
