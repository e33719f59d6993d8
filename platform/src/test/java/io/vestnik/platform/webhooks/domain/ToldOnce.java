package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.webhooks.domain.CallbackStore.Answered;
import io.vestnik.platform.webhooks.domain.CallbackStore.Ended;
import io.vestnik.platform.webhooks.domain.CallbackStore.Ending;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Puts a line into the journal for tests of pages. */
@Component
public class ToldOnce {
    private static final AtomicLong messages = new AtomicLong(7_000_000);
    private final CallbackStore store;
    private final Journal journal;

    ToldOnce(CallbackStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** A callback that was given up; its id. */
    public long told(AccountId account, long endpoint) {
        return told(account, endpoint, new MessageId(messages.incrementAndGet()));
    }

    /** The same about this message. */
    public long told(AccountId account, long endpoint, MessageId message) {
        Event event = new Event(
                message,
                null,
                "VESTNIK",
                "79161234567",
                null,
                MessageState.DELIVERED,
                null,
                1,
                Money.of("3.50"),
                Instant.EPOCH,
                null,
                null,
                null,
                Body.Kind.TEXT);
        Callback callback = new Callback(endpoint, account, "e" + endpoint, "https://example.invalid/x", event);
        Instant at = Instant.parse("2026-11-22T00:00:00Z");
        store.tell(List.of(
                new Ended(callback, Ending.GIVEN_UP, 9, new Answered(500, "answer", "Out of <memory>"), 12, at)));
        return journal.list(account, new Journal.Filter(endpoint, null, message.value()), null, 1)
                .items()
                .getFirst()
                .id();
    }
}
