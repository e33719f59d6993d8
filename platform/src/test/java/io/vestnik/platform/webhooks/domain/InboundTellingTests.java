package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What people write is told to endpoints, with the context of {@link TellingTests}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "vestnik.outbound.allow-private=true")
@Import({TestDatabase.class, TellingTests.Time.class})
class InboundTellingTests {
    private static final AccountId ACCOUNT = new AccountId(999_999);
    private final Receiver receiver = new Receiver();

    @Autowired
    InboundTelling inbound;

    @Autowired
    Transactions transactions;

    @Autowired
    EndpointDesk desk;

    @Autowired
    Journal journal;

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tellsWhatSomebodyWrote() {
        desk.create(
                new Who(ACCOUNT, null, "test", "test", Set.of()), new Webhooks.Draft(receiver.url("/own"), false, 1));
        InboundMessage message = new InboundMessage(
                7_000_001,
                ACCOUNT,
                new RouteId(1),
                "79161234567",
                "7735",
                "Да, \"жду\"",
                "ДА",
                InboundMessage.Wish.NONE,
                null,
                Instant.parse("2026-11-22T10:00:00Z"));
        transactions.run(Pool.BACKGROUND, () -> inbound.came(List.of(message)));
        await().until(() -> receiver.told.size() == 1);
        assertThat(receiver.told.getFirst().body())
                .contains("\"type\":\"inbound.received\"")
                .contains("\"from\":\"79161234567\",\"to\":\"7735\",\"text\":\"Да, \\\"жду\\\"\",\"keyword\":\"ДА\"");
        Journal.Filter taken = new Journal.Filter(null, Journal.State.TAKEN, 7_000_001L);
        await().until(() -> journal.list(ACCOUNT, taken, null, 10).items().size() == 1);
        assertThat(journal.list(ACCOUNT, taken, null, 10).items().getFirst().body())
                .contains("7916***4567")
                .doesNotContain("жду");
    }
}
