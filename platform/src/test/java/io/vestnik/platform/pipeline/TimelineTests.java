package io.vestnik.platform.pipeline;

import static io.vestnik.platform.pipeline.PathTestBeans.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Timeline.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TimelineTests extends PathScene {
    private static final Octets RAW = Octets.of(new byte[] {1, 2, 3});

    @Autowired
    private Timelines timelines;

    @Test
    void tellsTheWholeLifeWithTheReceiptAsItCame() {
        MessageId id = send("79161239001", "Вся жизнь");
        awaitState(id, MessageState.SENT);
        network.deliver(raw(network.report(upstreamOf(id), "79161239001", Status.ACCEPTED)));
        network.deliver(raw(network.report(upstreamOf(id), "79161239001", Status.DELIVERED)));
        Timeline timeline = timelines.of(Reach.own(CLIENT), id).orElseThrow();
        assertThat(timeline.steps())
                .extracting(step -> (Class) step.getClass())
                .startsWith(Step.Accepted.class, Step.Sent.class)
                .contains(Step.Receipt.class, Step.Moved.class);
        assertThat(steps(timeline, Step.Accepted.class).getFirst().levels())
                .as("prices of those above are not the client's to see")
                .extracting(Timeline.Level::amount)
                .containsExactly(Money.of("3.50"));
        assertThat(steps(timeline, Step.Sent.class).getFirst().upstream())
                .extracting(Timeline.Upstream::id)
                .containsExactly(upstreamOf(id));
        assertThat(steps(timeline, Step.Receipt.class))
                .extracting(Step.Receipt::status, Step.Receipt::raw)
                .containsExactly(tuple(Status.ACCEPTED, RAW), tuple(Status.DELIVERED, RAW));
        assertThat(steps(timeline, Step.Moved.class).getLast().charged()).isEqualTo(Money.of("3.50"));
        assertThat(timeline.steps()).isSortedAccordingTo(Comparator.comparing(Step::at));
    }

    @Test
    void findsAMessageByTheNetworksIdHoweverItIsWritten() {
        network.answers(message -> new Outcome.Accepted(message, List.of("00ABCDEF")));
        MessageId id = send("79161239002", "По номеру сети");
        awaitState(id, MessageState.SENT);
        for (String words : List.of("00ABCDEF", "00abcdef", "11259375")) {
            assertThat(timelines.find(Reach.own(CLIENT), words, null).items())
                    .as(words)
                    .extracting(found -> found.message().id(), Timelines.Finding::by)
                    .contains(tuple(id, Timelines.By.UPSTREAM_ID));
        }
        assertThat(timelines
                        .find(Reach.own(new AccountId(77)), "00ABCDEF", null)
                        .items())
                .isEmpty();
        assertThat(timelines.of(Reach.own(new AccountId(77)), id)).isEmpty();
    }

    @Test
    void tellsWhenTheNetworkPutAMessageOffAndThatItsMoneyCameBack() {
        Set<MessageId> once = ConcurrentHashMap.newKeySet();
        network.answers(message -> once.add(message.id())
                ? new Outcome.Later(message, "88", Duration.ofMillis(10))
                : new Outcome.Refused(message, "11"));
        MessageId id = send("79161239003", "Позже");
        awaitState(id, MessageState.UNDELIVERED);
        Timeline timeline = timelines.of(Reach.own(CLIENT), id).orElseThrow();
        assertThat(steps(timeline, Step.PutOff.class))
                .extracting(Step.PutOff::code)
                .containsExactly("88");
        Step.Moved end = steps(timeline, Step.Moved.class).getLast();
        assertThat(end.error()).isEqualTo("11");
        assertThat(end.released()).isEqualTo(Money.of("3.50"));
    }

    @Test
    void walksThroughAPhonesMessagesPageByPage() {
        for (int i = 0; i < 55; i++) {
            send("79161239004", "Много");
        }
        var first = timelines.find(Reach.own(CLIENT), "79161239004", null);
        assertThat(first.items()).hasSize(50);
        assertThat(first.items())
                .isSortedAccordingTo(
                        (a, b) -> b.message().id().compareTo(a.message().id()));
        var second = timelines.find(Reach.own(CLIENT), "79161239004", first.next());
        assertThat(second.items()).hasSize(5);
        assertThat(second.next()).isNull();
    }

    private static <T extends Step> List<T> steps(Timeline timeline, Class<T> kind) {
        return timeline.steps().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static DeliveryReport raw(DeliveryReport report) {
        return new DeliveryReport(
                report.route(),
                report.upstreamId(),
                report.recipient(),
                report.status(),
                report.code(),
                report.at(),
                RAW,
                null);
    }
}
