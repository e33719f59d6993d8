package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RecallTests extends PathScene {
    private static final AccountId STRANGER = PathTestBeans.PARTNER;

    @Autowired
    private Recall recall;

    @Autowired
    private Estimates estimates;

    @Test
    void cancelsWhatWaitsWithItsMoneyBackAndNothingElse() {
        MessageId gone = send("79161250001", "Ушло");
        awaitState(gone, MessageState.SENT);
        network.open(false);
        Money before = billing.balance(CLIENT).available();
        List<MessageId> waiting = sendMany(3, "Ждёт");
        List<MessageId> asked = new ArrayList<>(waiting);
        asked.add(gone);
        asked.add(new MessageId(1));

        assertThat(recall.recall(STRANGER, asked)).isEmpty();
        assertThat(recall.recall(CLIENT, asked)).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(recall.recall(CLIENT, asked)).isEmpty();

        waiting.forEach(id -> assertThat(stateOf(id)).isEqualTo(MessageState.CANCELLED));
        assertThat(stateOf(gone)).isEqualTo(MessageState.SENT);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
        network.open(true);
        finish(List.of(gone), Status.DELIVERED);
        assertThat(network.seen).noneMatch(message -> waiting.contains(message.id()));
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void neitherSendsNorPaysForWhatItCancelledWhileItIsBeingSent() {
        List<MessageId> sent = sendMany(200, "Наперегонки");
        Set<MessageId> recalled = recall.recall(CLIENT, sent);
        List<MessageId> left =
                sent.stream().filter(id -> !recalled.contains(id)).toList();

        finish(left, Status.DELIVERED);
        recalled.forEach(id -> assertThat(stateOf(id)).isEqualTo(MessageState.CANCELLED));
        assertThat(network.seen).noneMatch(message -> recalled.contains(message.id()));
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void tellsWhatMessagesWouldCostAsTheyWouldBeTaken() {
        Money before = billing.balance(CLIENT).available();
        List<NewMessage> offered = List.of(
                message("79161250010", "Привет"),
                message("79161250011", "Слово ".repeat(30)),
                message("NOBODY", "79161250012", "Привет"),
                message("12", "Привет"));

        Estimates.Estimate estimate = estimates.estimate(CLIENT, offered);

        assertThat(estimate.verdicts())
                .containsExactly(
                        new Estimates.Verdict.Priced(1, Money.of("3.50")),
                        new Estimates.Verdict.Priced(3, Money.of("10.50")),
                        new Estimates.Verdict.Refused(Acceptance.Reason.SENDER_NOT_ALLOWED),
                        new Estimates.Verdict.Refused(Acceptance.Reason.BAD_RECIPIENT));
        assertThat(estimate.affordable()).isTrue();
        assertThat(estimates
                        .estimate(CLIENT, Collections.nCopies(10_000, offered.getFirst()))
                        .affordable())
                .isFalse();
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
        assertThat(pipeline.list(CLIENT, new MessageFilter(null, null, "7916125001"), null, 10)
                        .items())
                .isEmpty();
    }
}
