package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.webhooks.domain.CallbackStore.Kept;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many receivers of one account that fail, and what they keep from those of another: nothing. */
class RedeliveryTests extends ToldFacts {
    private final AccountId flooding = new AccountId(nextId().value());

    @Autowired
    CallbackStore store;

    @Autowired
    Targets targets;

    @Autowired
    Sending sending;

    @Test
    void moreDeadHostsOfOneAccountThanAreLookedAtTogetherHoldUpNeitherEachOtherNorAnybodyElse() throws Exception {
        Target dead = targets.forMessages(flooding).orElseThrow();
        Target well = targets.forMessages(account).orElseThrow();
        int port = closedPort();
        Instant now = clock.instant();
        List<Callback> callbacks = new ArrayList<>();
        for (int i = 0; i < 620; i++) {
            String url = "http://127.1." + i / 250 + "." + (1 + i % 250) + ":" + port + "/";
            callbacks.add(dead.callbackTo(url, event()));
        }
        callbacks.add(well.callbackTo(receiver.url("/status"), event()));
        keep(callbacks, now);
        await().until(() -> receiver.told.size() == 1);
        await().until(() ->
                count("SELECT count(*) FROM webhooks.waiting WHERE account = :account AND tries > 0", flooding) == 620);
    }

    @Test
    void aLaterStateWaitsBehindAnEarlierOneHoweverManyOutletsWaitBesides() {
        Target many = targets.forMessages(flooding).orElseThrow();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        keep(
                IntStream.range(0, 5_200)
                        .mapToObj(i -> many.callbackTo("http://a" + i + ".invalid/", event()))
                        .toList(),
                tomorrow);
        endpoint(true, 1);
        receiver.answer(500);
        MessageId id = nextId();
        take(fact(id, MessageState.SENT, null));
        await().until(() -> failedTries() == 1);
        receiver.answer(204);
        for (int i = 0; i < 3; i++) {
            MessageId other = nextId();
            take(fact(other, MessageState.SENT, null));
            await().until(() -> told(other, "delivered") || told(other, "sent"));
        }
        take(fact(id, MessageState.DELIVERED, null));
        assertThat(told(id, "delivered")).isFalse();
        clock.forward(Duration.ofSeconds(20));
        await().until(() -> told(id, "delivered"));
        assertThat(receiver.taken())
                .extracting(Receiver.Told::body)
                .filteredOn(body -> body.contains("\"id\":\"" + id + "\""))
                .first()
                .asString()
                .contains("message.sent");
    }

    private boolean told(MessageId id, String state) {
        return receiver.taken().stream()
                .anyMatch(told -> told.body().contains("\"id\":\"" + id + "\"")
                        && told.body().contains("message." + state));
    }

    @Test
    void receiversOfOneAccountThatTakeTheirTimeLeaveRoomForThoseOfOthers() {
        CountDownLatch patience = new CountDownLatch(1);
        List<Receiver> slow =
                IntStream.range(0, 4).mapToObj(_ -> new Receiver()).toList();
        try {
            slow.forEach(one -> one.answer(_ -> {
                awaitQuietly(patience);
                return new Receiver.Answer(204, Map.of());
            }));
            List<MessageFact> facts = new ArrayList<>();
            for (Receiver one : slow) {
                IntStream.range(0, 40)
                        .forEach(_ -> facts.add(fact(nextId(), MessageState.DELIVERED, one.url("/slow"))));
            }
            take(facts.toArray(MessageFact[]::new));
            await().until(() -> underWay(slow) == Share.MOST_REQUESTS);
            AccountId other = new AccountId(nextId().value());
            Target target = targets.forMessages(other).orElseThrow();
            keep(List.of(target.callbackTo(receiver.url("/quick"), event())), clock.instant());
            await().until(() -> receiver.told.size() == 1);
            assertThat(underWay(slow)).isEqualTo(Share.MOST_REQUESTS);
            patience.countDown();
            await().until(() -> journal() == 160);
            assertThat(slow).as("each had its turn").allMatch(one -> one.told.size() == 40);
        } finally {
            patience.countDown();
            slow.forEach(Receiver::close);
        }
    }

    private static int underWay(List<Receiver> receivers) {
        return receivers.stream().mapToInt(one -> one.told.size()).sum();
    }

    @Test
    void whatFailedOnceIsForgottenInTime() throws IOException {
        Target dead = targets.forMessages(flooding).orElseThrow();
        int port = closedPort();
        int before = sending.outlets();
        List<Callback> callbacks = IntStream.range(0, 1_100)
                .mapToObj(i ->
                        dead.callbackTo("http://127.2." + i / 250 + "." + (1 + i % 250) + ":" + port + "/", event()))
                .toList();
        keep(callbacks, clock.instant());
        await().until(() -> sending.outlets() >= before + 1_000);
        jdbc.sql("DELETE FROM webhooks.waiting").update();
        await().until(() -> {
            clock.forward(Duration.ofMinutes(11));
            return sending.outlets() <= 1_000;
        });
    }

    private Event event() {
        return Event.of(fact(nextId(), MessageState.DELIVERED));
    }

    private void keep(List<Callback> callbacks, Instant due) {
        transactions.run(Pool.BACKGROUND, () -> {
            List<Long> ids = store.ids(callbacks.size());
            store.keep(IntStream.range(0, callbacks.size())
                    .mapToObj(i -> Kept.due(ids.get(i), callbacks.get(i), due))
                    .toList());
        });
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
