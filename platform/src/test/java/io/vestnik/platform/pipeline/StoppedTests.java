package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is on a stop-list is not written to: nothing is stored, nothing is held, and what was queued before does not leave. */
class StoppedTests extends PathScene {
    @Autowired
    Stops stops;

    @Autowired
    Clock clock;

    @Test
    void refusesAStoppedRecipientAndTakesNoMoney() {
        stop("79165550001");
        Money before = billing.balance(CLIENT).available();
        List<Acceptance> answers = pipeline.accept(List.of(
                        message("79165550001", "Нельзя"),
                        message("79165550002", "Можно"),
                        message("79165550001", "Нельзя")))
                .join();
        assertThat(answers.get(0)).isEqualTo(new Acceptance.Refused(Reason.STOPPED));
        assertThat(answers.get(1)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(answers.get(2)).isEqualTo(new Acceptance.Refused(Reason.STOPPED));
        Money held = ((Acceptance.Accepted) answers.get(1)).price();
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before.minus(held));
        finish(accepted(answers), Status.UNDELIVERABLE);
        assertThat(network.seen).noneMatch(message -> message.recipient().equals("79165550001"));
        assertThat(billing.check().faults()).isEmpty();
    }

    @Test
    void rejectsWhatWaitedLongWhenAStopCameMeanwhile() {
        // An id tells when its message was accepted, and a new database has no table for the weeks before this one.
        MessageId old = new MessageId(MessageId.floorOf(clock.instant().minus(Duration.ofMinutes(20))) + 77);
        assumeThat(hasATable(old)).isTrue();
        Money before = billing.balance(CLIENT).available();
        network.open(false);
        pipeline.accept(List.of(message("79165550003", "Ждёт")), List.of(old)).join();
        stop("79165550003");
        network.open(true);
        awaitState(old, MessageState.REJECTED);
        assertThat(pipeline.find(CLIENT, old).orElseThrow().error()).isEqualTo("stopped");
        assertThat(network.seen).noneMatch(message -> message.id().equals(old));
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
        assertThat(billing.check().faults()).isEmpty();
    }

    private boolean hasATable(MessageId id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return id.value() >= MessageId.floorOf(week);
    }

    private void stop(String phone) {
        stops.add(
                new Who(CLIENT, null, null, "test", Set.of()),
                List.of(phone),
                new Stops.Entry(new StopScope.Everything(), StopSource.HAND, ""));
    }
}
