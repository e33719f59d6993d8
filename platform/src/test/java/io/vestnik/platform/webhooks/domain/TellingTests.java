package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.webhooks.Endpoint.OldSecret;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Hears.States;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.Webhooks.Rotated;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class TellingTests extends ToldFacts {
    @Autowired
    Targets targets;

    @Autowired
    CallbackStore store;

    @Autowired
    EndpointStore endpoints;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }
    }

    @Test
    void tellsTheAddressThatAMessageBroughtOfItsEndSigned() throws Exception {
        MessageId id = nextId();
        take(fact(id, MessageState.SENT), fact(id, MessageState.DELIVERED));
        await().until(() -> receiver.told.size() == 1);
        Receiver.Told told = receiver.told.getFirst();
        assertThat(told.path()).isEqualTo("/status");
        assertThat(told.body())
                .contains("\"type\":\"message.delivered\"")
                .contains("\"id\":\"" + id + "\"")
                .contains("\"reference\":\"order \\\"7\\\"\"")
                .contains("\"price\":\"3.5000\"");
        assertThat(told.signature()).isEqualTo("v1," + expectedSignature(told));
        await().until(() -> waiting() == 0);
        assertThat(journal()).isEqualTo(1);
    }

    @Test
    void triesAgainWithGrowingPausesUntilItIsTaken() {
        receiver.answer(500);
        take(fact(nextId(), MessageState.DELIVERED));
        for (Duration pause : List.of(Duration.ofSeconds(13), Duration.ofSeconds(37), Duration.ofMinutes(3))) {
            int before = receiver.told.size();
            await().until(() -> failedTries() == receiver.told.size() && before <= receiver.told.size());
            clock.forward(pause);
            await().until(() -> receiver.told.size() > before);
        }
        receiver.answer(200);
        await().until(() -> failedTries() >= 3);
        clock.forward(Duration.ofMinutes(7));
        await().until(() -> waiting() == 0);
        assertThat(receiver.told.stream().map(Receiver.Told::id).distinct()).hasSize(1);
        assertThat(journal()).isEqualTo(1);
    }

    @Test
    void asksNoSoonerThanTheReceiverWishes() {
        receiver.answer(_ -> new Receiver.Answer(503, Map.of("Retry-After", "3600")));
        take(fact(nextId(), MessageState.DELIVERED));
        await().until(() -> failedTries() == 1);
        Instant due = jdbc.sql("SELECT due_at FROM webhooks.waiting WHERE account = :account")
                .param("account", account.value())
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        assertThat(due).isAfter(clock.instant().plusSeconds(3_500));
    }

    @Test
    void carriesManyAtOnceAndKeepsNoRows() {
        MessageFact[] facts = IntStream.range(0, 3_000)
                .mapToObj(_ -> fact(nextId(), MessageState.DELIVERED))
                .toArray(MessageFact[]::new);
        take(facts);
        await().until(() -> waiting() == 0);
        assertThat(receiver.told.stream().map(Receiver.Told::id).distinct()).hasSize(3_000);
        assertThat(journal()).isEqualTo(3_000);
    }

    @Test
    void tellsTheStatesOfAMessageInTheirOrderWhateverFails() {
        long endpoint = endpoint(true, 1);
        receiver.answer(told -> new Receiver.Answer(receiver.told.size() % 3 == 1 ? 500 : 200, Map.of()));
        List<MessageId> messages =
                IntStream.range(0, 20).mapToObj(_ -> nextId()).toList();
        MessageState[] course = {
            MessageState.QUEUED, MessageState.SENDING, MessageState.SENT, MessageState.DELIVERED, MessageState.READ
        };
        for (MessageState state : course) {
            take(messages.stream().map(id -> fact(id, state, null)).toArray(MessageFact[]::new));
        }
        await().until(() -> {
            clock.forward(Duration.ofMinutes(20));
            return waiting() == 0;
        });
        for (MessageId id : messages) {
            List<String> taken = receiver.taken().stream()
                    .map(Receiver.Told::body)
                    .filter(body -> body.contains("\"id\":\"" + id + "\""))
                    .map(body -> body.replaceFirst(".*\"type\":\"message\\.([a-z]+)\".*", "$1"))
                    .toList();
            assertThat(taken)
                    .as("message %s of endpoint %s", id, endpoint)
                    .containsExactly("queued", "sending", "sent", "delivered", "read");
        }
    }

    @Test
    void tellsWhatRecipientsDidToWhoeverAsksForIt() {
        MessageId id = nextId();
        endpoint(false, 1);
        Who who = new Who(account, null, "test", "test", Set.of());
        desk.create(
                who, new Webhooks.Draft(receiver.url("/marks"), new Hears(States.FINAL, true, true, false, null), 1));

        take(marked(id, MessageMark.CLICKED), marked(id, MessageMark.UNSUBSCRIBED));

        await().until(() -> journal() == 2);
        assertThat(receiver.told).extracting(Receiver.Told::path).containsOnly("/marks");
        assertThat(receiver.told.getFirst().body())
                .contains("\"type\":\"message.clicked\"", "\"state\":\"delivered\"", "\"id\":\"" + id + "\"");
        assertThat(receiver.told.getLast().body()).contains("\"type\":\"message.unsubscribed\"");
        assertThat(receiver.told).extracting(Receiver.Told::id).doesNotHaveDuplicates();
    }

    @Test
    void doesNotLetADeadEndpointHoldUpAnother() {
        CountDownLatch patience = new CountDownLatch(1);
        try (Receiver dead = new Receiver()) {
            dead.answer(_ -> {
                awaitQuietly(patience);
                return new Receiver.Answer(200, Map.of());
            });
            List<MessageFact> facts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                facts.add(fact(nextId(), MessageState.DELIVERED, dead.url("/never")));
                facts.add(fact(nextId(), MessageState.DELIVERED));
            }
            take(facts.toArray(MessageFact[]::new));
            await().until(() -> receiver.told.size() >= 200);
            assertThat(dead.told).hasSizeLessThanOrEqualTo(OutboundHttp.MOST_TO_ONE_HOST);
            await().until(() -> waiting() == 200);
            patience.countDown();
            await().until(() -> waiting() == 0);
        } finally {
            patience.countDown();
        }
    }

    @Test
    void tellsAgainWhatWasSentAndNotStoredWhenANodeDied() {
        MessageFact fact = fact(nextId(), MessageState.DELIVERED);
        List<MessageFact> facts = List.of(fact);
        telling.begin(facts);
        telling.settle();
        assertThatThrownBy(() -> transactions.run(Pool.BACKGROUND, () -> {
                    telling.take(facts);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        take(fact);
        await().until(() -> journal() == 1);
        assertThat(receiver.told.stream().map(Receiver.Told::id))
                .hasSize(2)
                .containsOnly(Event.of(fact).id());
    }

    @Test
    void leavesARowToTheNodeThatTookIt() {
        receiver.answer(500);
        take(IntStream.range(0, 5)
                .mapToObj(_ -> fact(nextId(), MessageState.DELIVERED))
                .toArray(MessageFact[]::new));
        await().until(() -> failedTries() == 5);
        String outlet = jdbc.sql("SELECT DISTINCT outlet FROM webhooks.waiting WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> row.getString(1))
                .single();
        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        List<Parcel> first = transactions.call(Pool.BACKGROUND, () -> store.claim(Map.of(outlet, 3), later));
        List<Parcel> second = transactions.call(Pool.BACKGROUND, () -> store.claim(Map.of(outlet, 10), later));
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void signsWithBothSecretsForADayAfterTheyWereChanged() {
        long endpoint = endpoint(false, 1);
        desk.rotate(new Who(account, null, "test", "test", Set.of()), endpoint);
        take(fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> receiver.told.size() == 1);
        assertThat(receiver.told.getFirst().signature().split(" ")).hasSize(2).allMatch(it -> it.startsWith("v1,"));
        clock.forward(Duration.ofHours(25));
        take(fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> receiver.told.size() == 2);
        assertThat(receiver.told.getLast().signature()).startsWith("v1,").doesNotContain(" ");
    }

    @Test
    void signsWithEverySecretThatIsWithinItsDayAndWithNoneThatWasEnded() {
        Who who = new Who(account, null, "test", "test", Set.of());
        long endpoint = endpoint(false, 1);
        for (int i = 1; i < Webhooks.MOST_SECRETS; i++) {
            assertThat(desk.rotate(who, endpoint)).isEqualTo(Rotated.DONE);
            clock.forward(Duration.ofHours(1));
        }
        assertThat(desk.rotate(who, endpoint)).isEqualTo(Rotated.TOO_MANY);
        List<OldSecret> old = desk.find(account, endpoint).orElseThrow().oldSecrets();
        assertThat(old)
                .hasSize(4)
                .isSortedAccordingTo(Comparator.comparing(OldSecret::until).reversed());
        assertThat(signatures()).hasSize(5).doesNotHaveDuplicates();

        assertThat(desk.endSecret(who, endpoint, old.getFirst().id())).isTrue();
        assertThat(desk.endSecret(who, endpoint, old.getFirst().id())).isFalse();
        assertThat(signatures()).hasSize(4);
        clock.forward(Duration.ofHours(20));
        assertThat(signatures()).as("the day of the first is over").hasSize(3);
        assertThat(desk.rotate(who, endpoint)).isEqualTo(Rotated.DONE);
        assertThat(signatures()).hasSize(4);
    }

    @Test
    void forgetsSecretsWhoseDayIsOver() {
        long endpoint = endpoint(false, 1);
        desk.rotate(new Who(account, null, "test", "test", Set.of()), endpoint);
        endpoints.forgetSecrets(clock.instant(), 1_000);
        assertThat(oldSecrets(endpoint)).isEqualTo(1);
        clock.forward(Duration.ofHours(25));
        endpoints.forgetSecrets(clock.instant(), 1_000);
        assertThat(oldSecrets(endpoint)).isZero();
    }

    private long oldSecrets(long endpoint) {
        return jdbc.sql("SELECT count(*) FROM webhooks.old_secret WHERE endpoint = :endpoint")
                .param("endpoint", endpoint)
                .query(Long.class)
                .single();
    }

    private String[] signatures() {
        int before = receiver.told.size();
        take(fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> receiver.told.size() == before + 1);
        return receiver.told.getLast().signature().split(" ");
    }

    @Test
    void switchesAnEndpointOffThatAnswers410() {
        long endpoint = endpoint(false, 1);
        receiver.answer(410);
        take(fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> state(endpoint) == EndpointState.GONE);
        take(fact(nextId(), MessageState.DELIVERED, null));
        assertThat(receiver.told).hasSize(1);
        assertThat(waiting()).isZero();
    }

    private EndpointState state(long endpoint) {
        return desk.find(account, endpoint).orElseThrow().state();
    }

    private String expectedSignature(Receiver.Told told) throws Exception {
        String secret = targets.forMessages(account).orElseThrow().newest().text();
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = (told.id() + "." + told.timestamp() + "." + told.body()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    }
}
