package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept of messages between the claim and the stored answer. */
class InFlightTests extends PathScene {

    @Test
    void keepsEveryPartWithTheConnectionThatCarriesIt() {
        CountDownLatch answering = new CountDownLatch(1);
        network.answers(message -> {
            awaitQuietly(answering);
            return network.accepted(message);
        });
        MessageId id = send("79161235001", "Слово ".repeat(30));
        await().until(() -> !flying(id).isEmpty());

        assertThat(flying(id)).extracting(Part::part).containsExactly(1, 2, 3);
        int bind = network.seen.getFirst().bind();
        assertThat(flying(id)).allSatisfy(part -> {
            assertThat(part.bind()).isEqualTo(bind).isBetween(1, 2);
            assertThat(part.claimed()).isTrue();
        });

        answering.countDown();
        awaitState(id, MessageState.SENT);
        assertThat(flying(id)).isEmpty();
        finishParts(id, "79161235001");
    }

    @Test
    void sharesABatchAmongTheConnectionsByTheirRoom() {
        network.open(false);
        List<MessageId> ids = sendMany(80, "Поровну");
        network.open(true);
        finish(ids, Status.DELIVERED);

        Set<Integer> binds = network.seen.stream().map(Outgoing::bind).collect(Collectors.toSet());
        assertThat(binds).containsExactlyInAnyOrder(1, 2);
        assertThat(network.seen.stream().filter(message -> message.bind() == 1)).hasSize(40);
    }

    @Test
    void namesTheLedgerTransactionThatEndedTheHold() {
        MessageId delivered = send("79161235002", "Оплачено");
        MessageId undelivered = send("79161235003", "Возвращено");
        finish(List.of(delivered), Status.DELIVERED);
        finish(List.of(undelivered), Status.UNDELIVERABLE);

        assertThat(entriesOf(settlementOf(delivered))).contains(CLIENT.value() + " -3.5000", "2 3.5000");
        assertThat(entriesOf(settlementOf(undelivered)))
                .containsExactlyInAnyOrder(CLIENT.value() + " -3.5000", CLIENT.value() + " 3.5000");
    }

    private record Part(int part, int bind, boolean claimed) {}

    private List<Part> flying(MessageId id) {
        return jdbc.sql("""
                        SELECT part, bind, claimed_at <= clock_timestamp() AS claimed
                          FROM pipeline.in_flight WHERE message = :id ORDER BY part""")
                .param("id", id.value())
                .query((row, _) -> new Part(row.getInt(1), row.getInt(2), row.getBoolean(3)))
                .list();
    }

    private long settlementOf(MessageId id) {
        return jdbc.sql("SELECT settle_tx FROM pipeline.message WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private List<String> entriesOf(long transaction) {
        return jdbc.sql("SELECT account || ' ' || amount FROM billing.ledger_entry WHERE tx = :tx")
                .param("tx", transaction)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void finishParts(MessageId id, String recipient) {
        for (String upstream : network.idsOf(id)) {
            network.deliver(network.report(upstream, recipient, Status.DELIVERED));
        }
        assertThat(stateOf(id)).isEqualTo(MessageState.DELIVERED);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
