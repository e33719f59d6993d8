package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.senders.SenderAnswered;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointPaused;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Hears.States;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Import;

/** What becomes of an account is told to who asks for it, with the context of {@link TellingTests}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "vestnik.outbound.allow-private=true")
@Import({TestDatabase.class, TellingTests.Time.class})
class NewsTellingTests {
    private static final AtomicLong accounts = new AtomicLong(3_000_000);

    /** One that has no money. */
    private final AccountId account = new AccountId(accounts.incrementAndGet());

    private final Receiver receiver = new Receiver();

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Transactions transactions;

    @Autowired
    EndpointDesk desk;

    @Autowired
    EndpointHealth health;

    @Autowired
    Redelivery redelivery;

    @Autowired
    BalanceWatch balances;

    @Autowired
    EndpointStore store;

    @Autowired
    Targets targets;

    @Autowired
    Journal journal;

    @Autowired
    Resending resending;

    @Autowired
    ShiftedClock clock;

    @AfterEach
    void close() {
        desk.list(account).forEach(it -> desk.delete(who(), it.id()));
        receiver.close();
    }

    private Who who() {
        return new Who(account, null, "test", "test", Set.of());
    }

    private long endpoint(boolean senders, @Nullable Money below) {
        Hears hears = new Hears(States.NONE, false, false, senders, below);
        return ((Saved.Kept) desk.create(who(), new Webhooks.Draft(receiver.url("/news"), hears, 1)))
                .endpoint()
                .id();
    }

    @Test
    void tellsHowASenderNameWasAnswered() {
        endpoint(true, null);

        transactions.run(
                Pool.BACKGROUND,
                () -> context.publishEvent(new SenderAnswered(account, "SHOP", "approved", "Есть \"бумаги\"", true)));

        await().until(() -> receiver.told.size() == 1);
        assertThat(receiver.told.getFirst().body())
                .contains("\"type\":\"sender.answered\"")
                .contains("\"data\":{\"name\":\"SHOP\",\"state\":\"approved\",\"answer\":\"Есть \\\"бумаги\\\"\"}}");
    }

    @Test
    void tellsOnceThatTheBalanceIsLowUntilItHasRisenOrTheAmountIsAnother() {
        long endpoint = endpoint(false, Money.of("100"));

        balances.look();
        balances.look();
        await().until(() -> receiver.told.size() == 1);
        assertThat(receiver.told.getFirst().body())
                .contains("\"type\":\"balance.low\"", "\"balance\":\"0.0000\",\"below\":\"100.0000\"");

        balance(endpoint, Money.ZERO);
        assertThat(store.balanceLow(List.of(endpoint), true)).containsExactly(endpoint);
        targets.refresh();
        balances.look();
        assertThat(store.balanceLow(List.of(endpoint), false))
                .as("it has risen, and that was noted")
                .isEmpty();

        balance(endpoint, Money.of("50"));
        balances.look();
        await().until(() -> receiver.told.size() == 2);
        assertThat(receiver.told).extracting(Receiver.Told::id).doesNotHaveDuplicates();
    }

    private void balance(long endpoint, Money below) {
        var there = desk.find(account, endpoint).orElseThrow();
        Hears hears = new Hears(States.NONE, false, false, false, below);
        assertThat(desk.change(who(), endpoint, there.version(), new Webhooks.Draft(receiver.url("/news"), hears, 1)))
                .isInstanceOf(Saved.Kept.class);
    }

    @Test
    void keepsHowAnswersBeganAndTellsAgainWhatEndedInATime() {
        receiver.reply("taken <b>");
        long endpoint = endpoint(true, null);
        Instant began = clock.instant();
        transactions.run(
                Pool.BACKGROUND, () -> context.publishEvent(new SenderAnswered(account, "SHOP", "approved", "", true)));
        Journal.Filter taken = new Journal.Filter(endpoint, CallbackState.TAKEN, null);
        await().until(() -> journal.list(account, taken, null, 10).items().size() == 1);
        assertThat(journal.list(account, taken, null, 10).items().getFirst().reply())
                .isEqualTo("taken <b>");

        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        assertThat(desk.resend(who(), endpoint, new Webhooks.Again(began, later, false)))
                .isZero();
        assertThat(desk.resend(who(), endpoint, new Webhooks.Again(Instant.MIN, began, true)))
                .isZero();
        assertThat(desk.resend(who(), endpoint, new Webhooks.Again(began, Instant.MAX, true)))
                .isEqualTo(1);
        await().until(() -> receiver.told.size() == 2);
        assertThat(receiver.told.getLast().id())
                .isEqualTo(receiver.told.getFirst().id());
    }

    @Test
    void pausesAnEndpointThatFailedForADaySaysSoAndKeepsWhatWaitsUntilItsTimeIsOver() {
        List<EndpointPaused> heard = new CopyOnWriteArrayList<>();
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> some
                    && some.getPayload() instanceof EndpointPaused paused) {
                heard.add(paused);
            }
        });
        long endpoint = endpoint(true, null);
        receiver.answer(500);
        transactions.run(
                Pool.BACKGROUND, () -> context.publishEvent(new SenderAnswered(account, "SHOP", "approved", "", true)));
        await().until(() -> {
            clock.forward(Duration.ofHours(2));
            health.store();
            return desk.find(account, endpoint).orElseThrow().state() == EndpointState.PAUSED;
        });
        await().until(() -> heard.stream().anyMatch(it -> it.endpoint() == endpoint));
        assertThat(heard)
                .filteredOn(it -> it.endpoint() == endpoint)
                .singleElement()
                .satisfies(paused -> {
                    assertThat(paused.host()).isEqualTo("127.0.0.1");
                    assertThat(paused.failure()).isEqualTo("HTTP 500");
                });
        assertThat(lines(endpoint)).extracting(Journal.Line::state).containsExactly(CallbackState.WAITING);
        clock.forward(Duration.ofDays(3));
        redelivery.giveUp();
        assertThat(lines(endpoint)).extracting(Journal.Line::state).containsExactly(CallbackState.GIVEN_UP);
    }

    private List<Journal.Line> lines(long endpoint) {
        return journal.list(account, new Journal.Filter(endpoint, null, null), null, 10)
                .items();
    }

    @Test
    void isLowUntilItHasRisenATenthAbove() {
        Money below = Money.of("100");
        assertThat(BalanceWatch.isLow(Money.of("99.9999"), below, false)).isTrue();
        assertThat(BalanceWatch.isLow(Money.of("100"), below, false)).isFalse();
        assertThat(BalanceWatch.isLow(Money.of("109.9999"), below, true)).isTrue();
        assertThat(BalanceWatch.isLow(Money.of("110"), below, true)).isFalse();
    }

    @Test
    void endsUnsentWhatWaitsWhenTheFormIsChangedToOneWithoutWordsForIt() {
        long endpoint = endpoint(true, null);
        receiver.answer(500);
        transactions.run(
                Pool.BACKGROUND, () -> context.publishEvent(new SenderAnswered(account, "SHOP", "approved", "", true)));
        await().until(() -> lines(endpoint).stream().anyMatch(line -> line.tries() == 1));
        int version = desk.find(account, endpoint).orElseThrow().version();
        Hears states = new Hears(States.FINAL, false, false, false, null);
        assertThat(desk.change(
                        who(),
                        endpoint,
                        version,
                        new Webhooks.Draft(receiver.url("/news"), EndpointForm.SMSC, states, 1, 0)))
                .isInstanceOf(Saved.Kept.class);
        clock.forward(Duration.ofHours(2));

        await().until(() -> lines(endpoint).stream().anyMatch(line -> line.state() == CallbackState.GIVEN_UP));
        Journal.Line line = lines(endpoint).getFirst();
        assertThat(line.failure()).isEqualTo("form");
        assertThat(line.request(EndpointForm.SMSC)).contains("sender.answered").doesNotContain("status=");
        assertThat(receiver.told).allSatisfy(told -> assertThat(told.body()).contains("sender.answered"));
        assertThat(resending.one(who(), line.id())).isFalse();
        assertThat(desk.resend(who(), endpoint, new Webhooks.Again(Instant.EPOCH, Instant.MAX, true)))
                .isZero();
    }

    @Test
    void refusesWhatTheCompatibleFormCannotTell() {
        Hears low = new Hears(States.FINAL, false, true, false, Money.of("10"));
        assertThat(desk.create(who(), new Webhooks.Draft(receiver.url("/"), EndpointForm.SMSC, low, 1, 0)))
                .isEqualTo(new Saved.Refused("form", "not_in_form"));
        assertThat(desk.create(who(), new Webhooks.Draft(receiver.url("/"), EndpointForm.SMSC, Hears.USUAL, 2, 0)))
                .isEqualTo(new Saved.Refused("batch", "one_only"));
    }
}
