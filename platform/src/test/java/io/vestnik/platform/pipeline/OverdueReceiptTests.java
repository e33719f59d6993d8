package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.Connector.Asking;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Sent;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks are asked for receipts that do not come. */
class OverdueReceiptTests extends PathScene {

    @Test
    void asksForThePartsWhoseReceiptsAreOverdueAndForNoOthers() {
        MessageId silent = send("79161237001", "Молчание");
        MessageId told = send("79161237002", "Ответ");
        MessageId half = send("79161237003", "Слово ".repeat(30));
        finish(List.of(told), Status.DELIVERED);
        awaitState(half, MessageState.SENT);
        network.deliver(network.report(network.idsOf(half).get(1), "79161237003", Status.DELIVERED));

        network.asking(new Asking(1_000, Duration.ofSeconds(1)));

        List<Sent> expected = List.of(
                new Sent(upstreamOf(silent), "VESTNIK", "79161237001"),
                new Sent(network.idsOf(half).get(0), "VESTNIK", "79161237003"),
                new Sent(network.idsOf(half).get(2), "VESTNIK", "79161237003"));
        await().until(() -> network.asked.containsAll(expected));
        assertThat(network.asked)
                .doesNotContain(
                        new Sent(upstreamOf(told), "VESTNIK", "79161237002"),
                        new Sent(network.idsOf(half).get(1), "VESTNIK", "79161237003"));

        network.deliver(network.report(upstreamOf(silent), "79161237001", Status.DELIVERED));
        awaitState(silent, MessageState.DELIVERED);
        network.deliver(network.report(network.idsOf(half).get(0), "79161237003", Status.DELIVERED));
        network.deliver(network.report(network.idsOf(half).get(2), "79161237003", Status.DELIVERED));
        awaitState(half, MessageState.DELIVERED);
    }

    @Test
    void asksAgainInTheNextRoundAsLongAsNothingIsKnown() {
        MessageId id = send("79161237004", "Опять");
        awaitState(id, MessageState.SENT);
        network.asking(new Asking(1_000, Duration.ofSeconds(1)));

        Sent part = new Sent(upstreamOf(id), "VESTNIK", "79161237004");
        await().until(() -> network.asked.stream().filter(part::equals).count() >= 2);
        finish(List.of(id), Status.DELIVERED);
    }
}
