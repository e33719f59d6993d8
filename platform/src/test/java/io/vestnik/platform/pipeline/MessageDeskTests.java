package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageDesk.Replaced;
import io.vestnik.platform.pipeline.MessageDesk.Replacement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has not left may be cancelled and changed, and leaves at its time. */
class MessageDeskTests extends PathScene {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    MessageDesk desk;

    @Autowired
    Recall recall;

    @Autowired
    Clock clock;

    private MessageId scheduled(String to, String text) {
        NewMessage later = message(to, text).at(clock.instant().plus(HOUR));
        return accepted(pipeline.accept(List.of(later)).join()).getFirst();
    }

    private Replaced replace(MessageId id, @Nullable String text, @Nullable Instant at, @Nullable Instant until) {
        Map<MessageId, Replaced> outcome = desk.replace(CLIENT, List.of(new Replacement(id, text, at, until, null, 0)));
        return Objects.requireNonNull(outcome.get(id));
    }

    @Test
    void leavesAtTheTimeForWhichItWasScheduledAndNotBefore() {
        MessageId id = scheduled("79167790001", "Потом");
        assertThat(stateOf(id)).isEqualTo(MessageState.SCHEDULED);
        assertThat(network.seen).noneMatch(message -> message.id().equals(id));

        assertThat(replace(id, null, clock.instant(), null)).isEqualTo(Replaced.DONE);
        finish(List.of(id), Status.DELIVERED);
        awaitState(id, MessageState.DELIVERED);
        List<Integer> moves = jdbc.sql(
                        "SELECT to_state FROM pipeline.message_event WHERE message = :id ORDER BY xid, seq")
                .param("id", id.value())
                .query((row, _) -> row.getInt(1))
                .list();
        assertThat(moves).startsWith(MessageState.SCHEDULED.number(), MessageState.QUEUED.number());
    }

    @Test
    void leavesAtOnceWhatIsScheduledForThePast() {
        NewMessage past = message("79167790002", "Вчера").at(clock.instant().minus(HOUR));
        MessageId id = accepted(pipeline.accept(List.of(past)).join()).getFirst();
        finish(List.of(id), Status.DELIVERED);
    }

    @Test
    void cancelsWhatHasNotLeftWithItsMoneyBackAndNothingElse() {
        network.open(false);
        Money before = billing.balance(CLIENT).available();
        MessageId scheduled = scheduled("79167790003", "Потом");
        MessageId queued = send("79167790003", "Сейчас");
        assertThat(billing.balance(CLIENT).available()).isNotEqualTo(before);

        assertThat(recall.recall(new AccountId(CLIENT.value() + 7), List.of(queued)))
                .isEmpty();
        assertThat(recall.recall(CLIENT, List.of(scheduled, queued))).isEqualTo(Set.of(scheduled, queued));
        assertThat(stateOf(queued)).isEqualTo(MessageState.CANCELLED);
        assertThat(stateOf(scheduled)).isEqualTo(MessageState.CANCELLED);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
        assertThat(recall.recall(CLIENT, List.of(scheduled, queued))).isEmpty();
    }

    @Test
    void cancelsNothingThatIsOnTheAirOrOver() {
        MessageId id = send("79167790004", "Ушло");
        awaitState(id, MessageState.SENT);
        assertThat(recall.recall(CLIENT, List.of(id))).isEmpty();
        assertThat(replace(id, "Другое", null, null)).isEqualTo(Replaced.NOT_WAITING);
        finish(List.of(id), Status.DELIVERED);
    }

    @Test
    void changesTheTextWhereThePriceStays() {
        MessageId id = scheduled("79167790005", "Старый текст");
        assertThat(replace(id, "x".repeat(200), null, null)).isEqualTo(Replaced.OTHER_SIZE);
        assertThat(replace(id, " ", null, null)).isEqualTo(Replaced.BAD_TEXT);
        assertThat(replace(id, null, null, clock.instant())).isEqualTo(Replaced.TOO_LATE);
        assertThat(replace(id, "New text", clock.instant(), clock.instant().plus(HOUR)))
                .isEqualTo(Replaced.DONE);
        finish(List.of(id), Status.DELIVERED);
        assertThat(network.seen)
                .filteredOn(message -> message.id().equals(id))
                .singleElement()
                .satisfies(message -> assertThat(message.body().kept()).isEqualTo("New text"));
    }

    @Test
    void findsWhatWaitsForANumberUnderASender() {
        MessageId id = scheduled("79167790006", "Ждёт");
        MessageId gone = send("79167790006", "Ушло");
        finish(List.of(gone), Status.DELIVERED);
        assertThat(desk.unsent(CLIENT, "VESTNIK", "79167790006")).containsExactly(id);
        assertThat(desk.unsent(CLIENT, "OTHER", "79167790006")).isEmpty();
        assertThat(desk.find(CLIENT, List.of(id, gone))).containsOnlyKeys(id, gone);
        assertThat(recall.recall(CLIENT, List.of(id))).containsExactly(id);
    }
}
