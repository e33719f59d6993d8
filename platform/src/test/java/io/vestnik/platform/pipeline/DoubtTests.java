package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What settles a doubt, part by part. */
@TestPropertySource(properties = "vestnik.route.main=test://network?doubtWait=600")
class DoubtTests extends PathScene {
    private static final String LONG = "Слово ".repeat(30);

    @Test
    void settlesALongMessageByTheReceiptsOfAllItsPartsAndNotByTheFirst() {
        network.answers(Outcome.InDoubt::new);
        MessageId id = send("79161236001", LONG);
        awaitState(id, MessageState.IN_DOUBT);

        network.deliver(about(id, 1, "lost-1", Status.DELIVERED), about(id, 1, "lost-1", Status.DELIVERED));
        awaitPartsInDoubt(id, 2);
        assertThat(stateOf(id)).isEqualTo(MessageState.IN_DOUBT);
        network.deliver(about(id, 3, "lost-3", Status.DELIVERED), about(id, 2, "lost-2", Status.DELIVERED));

        awaitState(id, MessageState.DELIVERED);
        awaitPartsInDoubt(id, 0);
    }

    @Test
    void settlesTheRestOfAMessageWhosePartsWereAnsweredOnlyInPart() {
        network.answers(message -> new Outcome.InDoubt(message, List.of("part-1", "", "part-3")));
        MessageId id = send("79161236002", LONG);
        awaitState(id, MessageState.IN_DOUBT);
        assertThat(partsInDoubt(id)).containsExactly(2);

        network.deliver(report(id, "part-1"), report(id, "part-3"));
        assertThat(stateOf(id)).isEqualTo(MessageState.IN_DOUBT);
        network.deliver(about(id, 2, "part-2", Status.DELIVERED));

        awaitState(id, MessageState.DELIVERED);
    }

    @Test
    void endsALongMessageUndeliveredWhenOneOfItsDoubtfulPartsIs() {
        network.answers(Outcome.InDoubt::new);
        MessageId id = send("79161236003", LONG);
        awaitState(id, MessageState.IN_DOUBT);

        network.deliver(about(id, 2, "lost-2b", Status.UNDELIVERABLE));

        awaitState(id, MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, id).orElseThrow().error()).isEqualTo("011");
        assertThat(partsInDoubt(id)).isEmpty();
    }

    @Test
    void tellsTwoDoubtsOfOneRecipientApartByTheReference() {
        network.answers(Outcome.InDoubt::new);
        String recipient = "79161236004";
        MessageId first = send(recipient, "Первое");
        MessageId second = send(recipient, "Второе");
        awaitState(first, MessageState.IN_DOUBT);
        awaitState(second, MessageState.IN_DOUBT);

        network.deliver(about(second, 1, "second", Status.DELIVERED), about(first, 1, "first", Status.UNDELIVERABLE));

        awaitState(second, MessageState.DELIVERED);
        awaitState(first, MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, first).orElseThrow().error()).isEqualTo("011");
    }

    @Test
    void findsTheAnswerOfAnOldReceiptHoweverManyNewerOnesWait() {
        network.answers(message -> {
            network.deliver(network.report("old" + message.id(), message.recipient(), Status.DELIVERED));
            parkStrangers(7_000);
            return new Outcome.Accepted(message, List.of("old" + message.id()));
        });

        awaitState(send("79161236007", "Давно"), MessageState.DELIVERED);
        jdbc.sql("DELETE FROM pipeline.parked_receipt WHERE upstream_id LIKE 'nobody%'")
                .update();
    }

    private void parkStrangers(int count) {
        jdbc.sql("""
                INSERT INTO pipeline.parked_receipt (route, upstream_id, recipient, status, at)
                SELECT 1, 'nobody' || n, '70000000000', 2, clock_timestamp() FROM generate_series(1, :count) n""").param("count", count).update();
    }

    private DeliveryReport report(MessageId id, String upstream) {
        return network.report(upstream, pipeline.find(CLIENT, id).orElseThrow().recipient(), Status.DELIVERED);
    }

    private void awaitPartsInDoubt(MessageId id, int count) {
        await().until(() -> partsInDoubt(id).size() == count);
    }

    private List<Integer> partsInDoubt(MessageId id) {
        return jdbc.sql("SELECT part FROM pipeline.in_flight WHERE message = :id ORDER BY part")
                .param("id", id.value())
                .query((row, _) -> row.getInt(1))
                .list();
    }
}
