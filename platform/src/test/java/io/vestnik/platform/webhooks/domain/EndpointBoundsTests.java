package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.Webhooks.Again;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an account can have of endpoints, and of callbacks that wait. */
class EndpointBoundsTests extends ToldFacts {
    private final Who who = new Who(account, null, "test", "test", Set.of());

    @Test
    void tenEndpointsAnAccountAlsoWhenManyAreMadeAtOnce() {
        List<CompletableFuture<Saved>> all = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> desk.create(who, new Webhooks.Draft("https://shop.example/" + i, Hears.USUAL, 1))))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).filter(it -> it instanceof Saved.Kept))
                .hasSize(Webhooks.MOST_ENDPOINTS);
        assertThat(desk.list(account)).hasSize(Webhooks.MOST_ENDPOINTS);
    }

    @Test
    void tellsAgainNoMoreThanMayWaitForAnAccount() {
        long endpoint = endpoint(false, 1);
        take(fact(nextId(), MessageState.DELIVERED, null), fact(nextId(), MessageState.DELIVERED, null));
        take(fact(nextId(), MessageState.DELIVERED, null), fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> journal() == 4);
        jdbc.sql("""
                INSERT INTO webhooks.waiting (id, outlet, endpoint, account, url, message, sender, recipient, state, parts, price, at,
                       created_at, due_at, tries)
                SELECT -n, 'm' || endpoint || ' http://x', endpoint, account, url, n, sender, recipient, state, parts, price, at,
                       ended_at, ended_at + interval '30 days', 1
                  FROM (SELECT * FROM webhooks.told WHERE account = :account LIMIT 1) t, generate_series(1, :waiting) n""")
                .param("account", account.value())
                .param("waiting", Resending.MOST_WAITING - 3)
                .update();
        receiver.answer(500);
        Again again = new Again(clock.instant().minus(Duration.ofHours(1)), clock.instant(), true);
        assertThat(desk.resend(who, endpoint, again)).isEqualTo(3);
        assertThat(desk.resend(who, endpoint, again)).isZero();
        assertThat(waiting()).isEqualTo(Resending.MOST_WAITING);
    }

    @Test
    void whoeverSwitchesAnEndpointOnHasItTriedWhateverItsReceiverAskedForBefore() {
        long endpoint = endpoint(false, 1);
        receiver.answer(_ -> new Receiver.Answer(503, Map.of("Retry-After", "80000")));
        take(fact(nextId(), MessageState.DELIVERED, null));
        await().until(() -> failedTries() == 1);
        receiver.answer(204);
        desk.switchTo(who, endpoint, true);
        await().until(() -> journal() == 1 && waiting() == 0);
    }

    @Test
    void tellsOfWhatKindAMessageWasAlsoLater() {
        Saved saved = desk.create(who, new Webhooks.Draft(receiver.url("/smsc"), EndpointForm.SMSC, Hears.USUAL, 1, 0));
        assertThat(saved).isInstanceOf(Saved.Kept.class);
        receiver.answer(500);
        take(
                fact(nextId(), MessageState.SENT, MessageState.DELIVERED, null, null, Body.Kind.FLASH),
                fact(nextId(), MessageState.SENT, MessageState.DELIVERED, null, null, Body.Kind.BINARY));
        await().until(() -> failedTries() == 2);
        receiver.answer(204);
        clock.forward(Duration.ofSeconds(20));
        await().until(() -> journal() == 2);
        assertThat(receiver.taken())
                .extracting(Receiver.Told::body)
                .anyMatch(body -> body.contains("&type=1&flag=1&"))
                .anyMatch(body -> body.contains("&type=2&flag=2&"));
    }
}
