package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Hears.States;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts of an account of each test's own, which are told to a receiver of its own; with the context of {@link TellingTests}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "vestnik.outbound.allow-private=true")
@Import({TestDatabase.class, TellingTests.Time.class})
abstract class ToldFacts {
    private static final AtomicLong ids = new AtomicLong(1_000_000);
    final AccountId account = new AccountId(ids.incrementAndGet());
    final Receiver receiver = new Receiver();

    @Autowired
    Telling telling;

    @Autowired
    Transactions transactions;

    @Autowired
    ShiftedClock clock;

    @Autowired
    EndpointDesk desk;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM webhooks.waiting").update();
        receiver.close();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final long endpoint(boolean every, int batch) {
        return endpoint(every, batch, 0);
    }

    final long endpoint(boolean every, int batch, int waitMillis) {
        Who who = new Who(account, null, "test", "test", Set.of());
        Hears hears = new Hears(every ? States.EVERY : States.FINAL, false, true, false, null);
        var draft = new Webhooks.Draft(receiver.url("/own"), EndpointForm.STANDARD, hears, batch, waitMillis);
        return ((Webhooks.Saved.Kept) desk.create(who, draft)).endpoint().id();
    }

    final void take(MessageFact... facts) {
        List<MessageFact> all = List.of(facts);
        telling.begin(all);
        telling.settle();
        transactions.run(Pool.BACKGROUND, () -> telling.take(all));
        telling.committed(all);
    }

    static MessageId nextId() {
        return new MessageId(ids.incrementAndGet());
    }

    final MessageFact fact(MessageId id, MessageState to) {
        return fact(id, to, receiver.url("/status"));
    }

    final MessageFact fact(MessageId id, MessageState to, @Nullable String callback) {
        return fact(id, MessageState.MODERATION, to, callback, null);
    }

    final MessageFact marked(MessageId id, MessageMark mark) {
        return fact(id, MessageState.DELIVERED, MessageState.DELIVERED, null, mark);
    }

    final MessageFact fact(
            MessageId id, MessageState from, MessageState to, @Nullable String callback, @Nullable MessageMark mark) {
        return fact(id, from, to, callback, mark, Body.Kind.TEXT);
    }

    final MessageFact fact(
            MessageId id,
            MessageState from,
            MessageState to,
            @Nullable String callback,
            @Nullable MessageMark mark,
            Body.Kind kind) {
        return new MessageFact(
                id,
                account,
                null,
                Way.API,
                "VESTNIK",
                "79161234567",
                "25001",
                from,
                to,
                null,
                1,
                Money.of("3.50"),
                Money.ZERO,
                new Feedback("order \"7\"", callback, 0),
                Clock.systemUTC().instant(),
                mark,
                kind);
    }

    final long waiting() {
        return count("SELECT count(*) FROM webhooks.waiting WHERE account = :account");
    }

    final long failedTries() {
        return count("SELECT coalesce(sum(tries), 0) FROM webhooks.waiting WHERE account = :account");
    }

    final long journal() {
        return count("SELECT count(*) FROM webhooks.told WHERE account = :account");
    }

    final long count(String sql) {
        return count(sql, account);
    }

    final long count(String sql, AccountId whose) {
        return jdbc.sql(sql)
                .param("account", whose.value())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
