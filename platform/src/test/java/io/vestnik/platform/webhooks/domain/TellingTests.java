package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "vestnik.outbound.allow-private=true")
@Import({TestDatabase.class, TellingTests.Time.class})
class TellingTests {
    private static final AtomicLong ids = new AtomicLong(1_000_000);
    private final AccountId account = new AccountId(ids.incrementAndGet());
    private final Receiver receiver = new Receiver();

    @Autowired
    Telling telling;

    @Autowired
    Targets targets;

    @Autowired
    Transactions transactions;

    @Autowired
    ShiftedClock clock;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        ShiftedClock shiftedClock() {
            return new ShiftedClock();
        }
    }

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM webhooks.waiting").update();
        receiver.close();
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
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
        assertThat(receiver.told.stream().map(Receiver.Told::id).distinct()).hasSize(3_000);
        assertThat(journal()).isEqualTo(3_000);
    }

    private String expectedSignature(Receiver.Told told) throws Exception {
        String secret =
                targets.forMessages(account).orElseThrow().secrets().getFirst().text();
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = (told.id() + "." + told.timestamp() + "." + told.body()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    }

    private void take(MessageFact... facts) {
        List<MessageFact> all = List.of(facts);
        telling.begin(all);
        telling.settle();
        transactions.run(Pool.BACKGROUND, () -> telling.take(all));
        telling.committed(all);
    }

    private static MessageId nextId() {
        return new MessageId(ids.incrementAndGet());
    }

    private MessageFact fact(MessageId id, MessageState to) {
        return fact(id, to, receiver.url("/status"));
    }

    private MessageFact fact(MessageId id, MessageState to, @Nullable String callback) {
        return new MessageFact(
                id,
                account,
                null,
                Way.API,
                "VESTNIK",
                "79161234567",
                "25001",
                MessageState.SENDING,
                to,
                null,
                1,
                Money.of("3.50"),
                Money.ZERO,
                new Feedback("order \"7\"", callback, 0),
                Clock.systemUTC().instant());
    }

    private long waiting() {
        return count("SELECT count(*) FROM webhooks.waiting WHERE account = :account");
    }

    private long failedTries() {
        return count("SELECT coalesce(sum(tries), 0) FROM webhooks.waiting WHERE account = :account");
    }

    private long journal() {
        return count("SELECT count(*) FROM webhooks.told WHERE account = :account");
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
