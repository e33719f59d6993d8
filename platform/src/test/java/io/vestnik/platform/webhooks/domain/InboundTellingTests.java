package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.InboundCall;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private static final String TEXT = "Да, \"жду\"";
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
                new Who(ACCOUNT, null, "test", "test", Set.of()),
                new Webhooks.Draft(receiver.url("/own"), Hears.USUAL, 1));
        transactions.run(Pool.BACKGROUND, () -> inbound.came(List.of(message(7_000_001, ACCOUNT))));
        await().until(() -> receiver.told.size() == 1);
        assertThat(receiver.told.getFirst().body())
                .contains("\"type\":\"inbound.received\"")
                .contains("\"from\":\"79161234567\",\"to\":\"7735\",\"text\":\"Да, \\\"жду\\\"\",\"keyword\":\"ДА\"");
        Journal.Filter taken = new Journal.Filter(null, CallbackState.TAKEN, 7_000_001L);
        await().until(() -> journal.list(ACCOUNT, taken, null, 10).items().size() == 1);
        assertThat(journal.list(ACCOUNT, taken, null, 10).items().getFirst().request(EndpointForm.STANDARD))
                .contains("7916***4567")
                .doesNotContain("жду");
    }

    @Test
    void tellsWhatARuleNamesUnderItsNameAndToItsAddress() {
        AccountId account = new AccountId(999_998);
        desk.create(
                new Who(account, null, "test", "test", Set.of()),
                new Webhooks.Draft(receiver.url("/own"), Hears.USUAL, 1));
        InboundCall call = new InboundCall(message(7_000_002, account), "vote", receiver.url("/rule"));
        transactions.run(Pool.BACKGROUND, () -> inbound.called(List.of(call)));
        await().until(() -> receiver.told.size() == 2);
        assertThat(receiver.told).extracting(Receiver.Told::path).containsExactlyInAnyOrder("/own", "/rule");
        assertThat(receiver.told).allSatisfy(told -> {
            assertThat(told.body()).contains("\"type\":\"inbound.vote\"");
            assertThat(told.id()).endsWith("_in_vote");
            assertThat(told.signature()).startsWith("v1,");
        });
    }

    @Test
    void tellsInTheCompatibleFormWhereThatIsAskedFor() {
        AccountId account = new AccountId(999_997);
        Who who = new Who(account, null, "test", "test", Set.of());
        Webhooks.Saved saved =
                desk.create(who, new Webhooks.Draft(receiver.url("/own"), EndpointForm.SMSC, Hears.USUAL, 1, 0));
        String secret = desk.secret(
                        account, ((Webhooks.Saved.Kept) saved).endpoint().id())
                .orElseThrow();
        transactions.run(Pool.BACKGROUND, () -> inbound.came(List.of(message(7_000_003, account))));
        await().until(() -> receiver.told.size() == 1);
        assertThat(receiver.told.getFirst().body())
                .startsWith("id=7000003&phone=79161234567&mes=" + URLEncoder.encode(TEXT, StandardCharsets.UTF_8)
                        + "&to=7735&")
                .endsWith("&sha1=" + SmscForm.digest("SHA-1", "79161234567:" + TEXT + ":7735:" + secret));
    }

    private static InboundMessage message(long id, AccountId account) {
        return new InboundMessage(
                id,
                account,
                new RouteId(1),
                "79161234567",
                "7735",
                TEXT,
                "ДА",
                InboundMessage.Wish.NONE,
                null,
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
