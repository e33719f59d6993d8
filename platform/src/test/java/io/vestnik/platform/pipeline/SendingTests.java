package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.pipeline.domain.SendingDesk;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an account has settled holds for every message of its programs, whichever door it came by. */
class SendingTests extends PathScene {
    private static final Who OWNER = new Who(CLIENT, null, null, "test", Set.of());

    @Autowired
    SendingDesk desk;

    @Autowired
    SendingRules rules;

    @Autowired
    Clock clock;

    @Autowired
    Transactions transactions;

    @AfterEach
    void settleNothing() {
        desk.forget(OWNER, desk.of(CLIENT).version());
    }

    private void settle(SendingTerms terms) {
        int seen = desk.of(CLIENT).version();
        assertThat(desk.settle(OWNER, seen, new SendingSettings.Wish(terms, false, ZoneOffset.UTC)))
                .isEqualTo(new SendingSettings.Answer.Kept());
    }

    /** Hours that begin in two hours, for an hour. */
    private SendingTerms closedNow(Outside outside) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Hours later = Hours.daily(now.plusHours(2), now.plusHours(3));
        return new SendingTerms(
                new SendingTerms.Allowed(later, outside, true), false, null, Duration.ofHours(24), false);
    }

    private Acceptance offer(String to, TrafficType type, Duration validity) {
        return offer(Way.API, to, type, validity);
    }

    private Acceptance offer(Way way, String to, TrafficType type, Duration validity) {
        return pipeline.accept(List.of(new NewMessage(
                        CLIENT, null, way, type, "VESTNIK", to, Body.text("Привет"), validity, Feedback.NONE, null)))
                .join()
                .getFirst();
    }

    private MessageId taken(String to, TrafficType type) {
        return ((Acceptance.Accepted) offer(to, type, Duration.ofDays(1))).id();
    }

    @Test
    void holdsWhatIsOfferedOutsideOfTheHoursUntilTheyOpenAndLetsCodesPass() {
        settle(closedNow(Outside.WAIT));
        MessageId held = taken("79167770001", TrafficType.SERVICE);
        MessageId code = taken("79167770002", TrafficType.CODE);
        awaitState(code, MessageState.SENT);
        assertThat(stateOf(held)).isEqualTo(MessageState.QUEUED);
        assertThat(rules.holds(CLIENT, TrafficType.SERVICE)).isTrue();

        settle(SendingTerms.USUAL);
        awaitState(held, MessageState.SENT);
        finish(List.of(held, code), Status.UNDELIVERABLE);
    }

    @Test
    void refusesWhatWouldNotLiveToSeeTheHours() {
        settle(closedNow(Outside.WAIT));
        Money before = billing.balance(CLIENT).available();
        assertThat(offer("79167770003", TrafficType.SERVICE, Duration.ofHours(1)))
                .isEqualTo(new Acceptance.Refused(Reason.OUTSIDE_HOURS));
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
    }

    @Test
    void refusesAtOnceWhereNothingShallWait() {
        settle(closedNow(Outside.REFUSE));
        assertThat(offer("79167770004", TrafficType.TRANSACTIONAL, Duration.ofDays(1)))
                .isEqualTo(new Acceptance.Refused(Reason.OUTSIDE_HOURS));
        finish(List.of(taken("79167770005", TrafficType.CODE)), Status.UNDELIVERABLE);
    }

    @Test
    void holdsWhatNoProgramOffersWhereProgramsAreRefused() {
        settle(closedNow(Outside.REFUSE));
        Acceptance answer = offer(Way.CABINET, "79167770007", TrafficType.SERVICE, Duration.ofDays(1));
        MessageId held = ((Acceptance.Accepted) answer).id();

        settle(SendingTerms.USUAL);
        awaitState(held, MessageState.SENT);
        finish(List.of(held), Status.UNDELIVERABLE);
    }

    @Test
    void refusesNumbersOfOtherCountriesEvenForCodes() {
        settle(new SendingTerms(null, true, null, Duration.ofDays(1), false));
        assertThat(offer("48501234567", TrafficType.CODE, Duration.ofDays(1)))
                .isEqualTo(new Acceptance.Refused(Reason.FOREIGN_NUMBER));
        finish(List.of(taken("79167770006", TrafficType.SERVICE)), Status.UNDELIVERABLE);
    }

    @Test
    void sendsNothingAndChargesNothingInTestMode() {
        settle(new SendingTerms(null, false, null, Duration.ofDays(1), false, true));
        Money before = billing.balance(CLIENT).available();
        Acceptance answer = offer("79167770008", TrafficType.CODE, Duration.ofDays(1));
        MessageId id = ((Acceptance.Accepted) answer).id();
        awaitState(id, MessageState.UNDELIVERED);

        MessageView view = pipeline.find(CLIENT, id).orElseThrow();
        assertThat(view.error()).isEqualTo(SendingTerms.VIRTUAL);
        assertThat(view.price()).isEqualTo(Money.ZERO);
        assertThat(billing.balance(CLIENT).available()).isEqualTo(before);
        assertThat(network.seen).noneMatch(message -> message.id().equals(id));
        assertThat(rules.of(CLIENT).handedDown().test()).isFalse();
    }

    @Test
    void sendsNobodyACampaignOfTestModeThoughTheAccountSendsInEarnestByNow() {
        Tariffs.Level free = new Tariffs.Level(CLIENT, CLIENT, Money.ZERO, Tariffs.Charge.ON_DELIVERED, 1);
        List<MessageId> ids = pipeline.newIds(CLIENT, 1);
        transactions.run(
                Pool.BACKGROUND,
                () -> pipeline.enqueue(
                        new CampaignChunk(
                                CLIENT,
                                null,
                                new CampaignId(77_000_001),
                                TrafficType.ADVERTISING,
                                "VESTNIK",
                                clock.instant().plus(Duration.ofHours(1)),
                                0,
                                true,
                                CampaignChunk.Gate.OPEN,
                                List.of(new CampaignChunk.Item(
                                        "79167770009", "Привет", 1, "25001", new Tariffs.Quote(List.of(free))))),
                        ids));
        awaitState(ids.getFirst(), MessageState.UNDELIVERED);
        assertThat(pipeline.find(CLIENT, ids.getFirst()).orElseThrow().error()).isEqualTo(SendingTerms.VIRTUAL);
        assertThat(network.seen).noneMatch(message -> ids.contains(message.id()));
    }

    @Test
    void whoeverSavesWhatWasSeenBeforeAnotherSavedIsTold() {
        settle(closedNow(Outside.WAIT));
        SendingSettings.Wish other = new SendingSettings.Wish(SendingTerms.USUAL, false, ZoneOffset.UTC);
        assertThat(desk.settle(OWNER, 0, other)).isEqualTo(new SendingSettings.Answer.Stale());
        assertThat(desk.forget(OWNER, 7)).isEqualTo(new SendingSettings.Answer.Stale());
        assertThat(desk.of(CLIENT).terms().hours()).isNotNull();
    }
}
