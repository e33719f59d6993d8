package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several events in one request. */
class TogetherTests extends ToldFacts {
    @Test
    void tellsSeveralEventsTogetherToWhoeverAsksForIt() {
        endpoint(false, 50);
        take(IntStream.range(0, 120)
                .mapToObj(_ -> fact(nextId(), MessageState.DELIVERED, null))
                .toArray(MessageFact[]::new));
        await().until(() -> journal() == 120);
        assertThat(receiver.told.size()).isBetween(3, 6);
        assertThat(receiver.told.getLast().body()).contains("\"type\":\"batch\"", "\"type\":\"message.delivered\"");
    }

    @Test
    void losesNothingWhenAnEndpointCeasesToTakeSeveralTogether() {
        long endpoint = endpoint(false, 50);
        CountDownLatch patience = new CountDownLatch(1);
        receiver.answer(_ -> {
            awaitQuietly(patience);
            return new Receiver.Answer(200, Map.of());
        });
        take(IntStream.range(0, 30)
                .mapToObj(_ -> fact(nextId(), MessageState.DELIVERED, null))
                .toArray(MessageFact[]::new));
        desk.change(
                new Who(account, null, "test", "test", Set.of()),
                endpoint,
                1,
                new Webhooks.Draft(receiver.url("/own"), Hears.USUAL, 1));
        patience.countDown();
        await().until(() -> journal() == 30);
        assertThat(receiver.told.stream()
                        .flatMap(told -> Pattern.compile("\"id\":\"\\d+\"")
                                .matcher(told.body())
                                .results())
                        .map(MatchResult::group))
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsFewerEventsWhenTheFirstHasWaitedLongEnough() {
        long endpoint = endpoint(false, 100, 1);
        assertThat(desk.find(account, endpoint).orElseThrow().waitMillis()).isEqualTo(1);
        take(fact(nextId(), MessageState.DELIVERED, null), fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> journal() == 2 && waiting() == 0);
    }

    @Test
    void letsAnEventWaitForOthersOnlyWhereARequestCarriesSeveral() {
        Who who = new Who(account, null, "test", "test", Set.of());
        assertThat(desk.create(who, draft(1, 100))).isEqualTo(new Webhooks.Saved.Refused("wait_ms", "alone"));
        assertThat(desk.create(who, draft(2, 10_001))).isEqualTo(new Webhooks.Saved.Refused("wait_ms", "bad_wait"));
        assertThat(desk.create(who, draft(2, -1))).isEqualTo(new Webhooks.Saved.Refused("wait_ms", "bad_wait"));
    }

    private Webhooks.Draft draft(int batch, int millis) {
        return new Webhooks.Draft(receiver.url("/own"), EndpointForm.STANDARD, Hears.USUAL, batch, millis);
    }
}
