package io.vestnik.platform.promo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Joins;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.PromoFixtures;
import io.vestnik.platform.promo.Till;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters of actions, two days from now: what runs in the background has nothing to do with them. */
class LetterTests extends AsPerson {
    private static final Duration AHEAD = Duration.ofDays(2);

    @Autowired
    private Clock clock;

    @Autowired
    private Joins joins;

    @Autowired
    private ActionStore actions;

    @Autowired
    private CodeStore codes;

    @Autowired
    private LetterStore letters;

    @Autowired
    private Transactions transactions;

    private StumblingPath path;
    private LetterPost post;
    private Reminding reminding;

    @BeforeEach
    void standTwoDaysAhead() {
        path = new StumblingPath(context.getBean(Pipeline.class));
        LetterPost.Writing now = context.getBean(LetterPost.Writing.class);
        Clock later = Clock.offset(clock, AHEAD);
        LetterPost.Writing then =
                new LetterPost.Writing(now.own(), now.texts(), now.contacts(), now.transactions(), later);
        post = new LetterPost(letters, actions, path, context.getBean(PromoCodes.class), then);
        reminding = new Reminding(context.getBean(Actions.class), codes, letters, later);
    }

    private ActionId action(String name, Terms.@Nullable Reminding reminder) {
        return action(name, reminder, 1_000);
    }

    private ActionId action(String name, Terms.@Nullable Reminding reminder, long most) {
        Terms usual = PromoFixtures.terms(name, Source.MADE, reminder);
        LocalDate last =
                LocalDate.now(clock.withZone(ZoneId.of("Europe/Moscow"))).plusDays(3);
        return PromoFixtures.kept(
                client(),
                new Terms(
                        name,
                        new Terms.Codes(Source.MADE, Alphabet.CLEAR, 8, most),
                        usual.from(),
                        last,
                        new Terms.Good.Until(last),
                        "",
                        new Terms.Joining(
                                "VESTNIK",
                                usual.joining().text(),
                                clock.instant().plus(Duration.ofDays(1))),
                        reminder),
                context);
    }

    private AccountId account() {
        return client().account();
    }

    private void round() {
        while (Pool.BACKGROUND.call(post::post) > 0) {
            // Until nothing is due.
        }
    }

    private List<MessageView> to(String phone) {
        return path.list(account(), new MessageFilter(null, null, phone), null, 10)
                .items();
    }

    @Test
    void withoutMoneyLettersWaitAndAreToldOfAndGoOnceWhenThereIsSome() {
        ActionId id = action("Без денег", null);
        joins.join(client(), id, List.of("79165873401"));
        path.refuses = Acceptance.Reason.NO_MONEY;
        round();
        assertThat(actions.find(account(), id).orElseThrow().trouble()).isEqualTo("no_money");
        assertThat(body(get("/promo/" + id))).contains("Не хватает денег");
        assertThat(to("79165873401")).isEmpty();
        path.refuses = null;
        letters.rest(account(), id, clock.instant());
        round();
        round();
        assertThat(actions.find(account(), id).orElseThrow())
                .satisfies(it -> assertThat(it.trouble()).isNull())
                .satisfies(it -> assertThat(it.handed()).isEqualTo(1));
        assertThat(to("79165873401")).hasSize(1);
    }

    @Test
    void whatCanBeSettledKeepsPeopleWaitingAndAStopListDoesNot() {
        ActionId id = action("Без маршрута", null);
        joins.join(client(), id, List.of("79165873411"));
        for (Acceptance.Reason reason : List.of(
                Acceptance.Reason.NO_ROUTE,
                Acceptance.Reason.NO_PRICE,
                Acceptance.Reason.SENDER_NOT_ALLOWED,
                Acceptance.Reason.OUTSIDE_HOURS)) {
            path.refuses = reason;
            round();
            assertThat(actions.find(account(), id).orElseThrow().trouble()).isEqualTo(reason.code());
            assertThat(body(get("/promo/" + id))).contains("Письма этой акции ждут");
            letters.rest(account(), id, clock.instant());
        }
        path.refuses = Acceptance.Reason.STOPPED;
        round();
        assertThat(actions.find(account(), id).orElseThrow().trouble()).isNull();
        path.refuses = null;
        round();
        assertThat(to("79165873411")).isEmpty();
        assertThat(body(get("/promo/" + id))).contains("Вступили, но письма не получат", "В стоп-листе");
    }

    @Test
    void lettersLeadToThePageOfUnsubscribing() {
        Terms usual = PromoFixtures.terms("С отпиской", Source.MADE, null);
        Terms terms = new Terms(
                usual.name(),
                usual.codes(),
                usual.from(),
                usual.to(),
                usual.good(),
                "",
                new Terms.Joining(
                        "VESTNIK",
                        "Код [Промокод], отказ [Отписка]",
                        clock.instant().plus(Duration.ofDays(1))),
                null);
        ActionId id = PromoFixtures.kept(client(), terms, context);
        joins.join(client(), id, List.of("79165873422", "79165873423"));
        round();
        String first = Objects.requireNonNull(to("79165873422").getFirst().text());
        String second = Objects.requireNonNull(to("79165873423").getFirst().text());
        assertThat(first).matches("Код [A-Z0-9]{8}, отказ \\S+/l/[A-Za-z0-9]{8}");
        assertThat(link(first)).isNotEqualTo(link(second));
    }

    private static String link(String text) {
        return text.substring(text.lastIndexOf(' '));
    }

    @Test
    void withTooFewCodesTheFirstToJoinAreServedAndRemindersGoOut() {
        ActionId id = action("Мало кодов", new Terms.Reminding(1, 0, "Ваш код [Промокод]"), 2);
        String code = PromoFixtures.code(client(), id, "79165873412", context);
        assertThat(joins.join(client(), id, List.of("79165873413"))).isEqualTo(new Joins.Joined.Taken(1, 0));
        assertThat(joins.join(client(), id, List.of("79165873414")))
                .isEqualTo(new Joins.Joined.Refused("too_few_codes"));
        Instant due = clock.instant().plus(Duration.ofHours(25));
        letters.join(account(), id, List.of("79165873414"), Way.API, due);
        letters.remind(List.of(new CodeStore.Reminded(account(), id, "79165873412", code)), due);
        round();
        assertThat(to("79165873412")).hasSize(1);
        assertThat(to("79165873413")).hasSize(1);
        assertThat(to("79165873414")).isEmpty();
        assertThat(actions.find(account(), id).orElseThrow().trouble()).isEqualTo("no_codes");
    }

    @Test
    void whoWaitsForACodeOfAnActionThatIsOverIsToldOfAndWaitsNoMore() {
        LocalDate yesterday = context.getBean(Actions.class).today(account()).minusDays(1);
        Terms usual = PromoFixtures.terms("Закончилась", Source.LOADED, null);
        Terms over = new Terms(
                usual.name(),
                usual.codes(),
                usual.from(),
                yesterday,
                new Terms.Good.Until(yesterday),
                "",
                usual.joining(),
                null);
        ActionId id = actions.add(account(), over, clock.instant()).orElseThrow();
        context.getBean(Actions.class).changed();
        letters.join(
                account(), id, List.of("79165873421"), Way.API, clock.instant().plus(Duration.ofDays(9)));
        Pool.BACKGROUND.run(() -> transactions.call(context.getBean(LateJoins.class)::end));
        assertThat(body(get("/promo/" + id))).contains("Вступили, но письма не получат", "Акция закончилась раньше");
        assertThat(letters.waiting(account(), id)).isZero();
    }

    @Test
    void aReminderOfACodeThatWasUsedMeanwhileIsNotWritten() {
        ActionId id = action("Успел", new Terms.Reminding(1, 0, "Ваш код [Промокод]"));
        String code = PromoFixtures.code(client(), id, "79165873415", context);
        Instant due = clock.instant().plus(Duration.ofHours(25));
        letters.remind(List.of(new CodeStore.Reminded(account(), id, "79165873415", code)), due);
        context.getBean(Till.class).redeem(client(), "10.0.0.9", code, Money.of("1"));
        round();
        assertThat(to("79165873415")).isEmpty();
    }

    @Test
    void whoJoinedStaysKnownWhenTheLetterIsLetGoOf() {
        ActionId id = action("Давно", null);
        joins.join(client(), id, List.of("79165873416"));
        round();
        Instant later = clock.instant().plus(Duration.ofDays(3));
        assertThat(letters.forget(later, 1_000)).isPositive();
        assertThat(letters.forget(later, 1_000)).isZero();
        assertThat(joins.join(client(), id, List.of("79165873416"))).isEqualTo(new Joins.Joined.Taken(0, 1));
    }

    @Test
    void whatWasTakenBeforeTheNodeDiedIsNotWrittenAgain() {
        ActionId id = action("Обрыв", null);
        joins.join(client(), id, List.of("79165873402"));
        path.dies = true;
        assertThatThrownBy(this::round).isInstanceOf(IllegalStateException.class);
        path.dies = false;
        round();
        assertThat(to("79165873402")).hasSize(1);
    }

    @Test
    void remindsOnceOfACodeThatWasNotUsed() {
        ActionId id = action("Напомнить", new Terms.Reminding(1, 0, "Ваш код [Промокод] действует до завтра"));
        String code = PromoFixtures.code(client(), id, "79165873403", context);
        String used = PromoFixtures.code(client(), id, "79165873404", context);
        context.getBean(Till.class).redeem(client(), "10.0.0.9", used, Money.of("1"));
        for (int i = 0; i < 2; i++) {
            while (transactions.call(Pool.BACKGROUND, reminding::remind) > 0) {
                // Until nobody is due.
            }
            round();
        }
        assertThat(to("79165873403"))
                .singleElement()
                .extracting(MessageView::text)
                .isEqualTo("Ваш код " + code + " действует до завтра");
        assertThat(to("79165873404")).isEmpty();
    }

    @Test
    void aCancelledMessageMakesItsCodeVoid() {
        ActionId id = action("Отмена", null);
        String code = PromoFixtures.code(client(), id, "79165873405", context);
        CodeStore.Line line = line(id, code);
        transactions.run(
                Pool.BACKGROUND,
                () -> context.getBean(CodeFacts.class)
                        .take(List.of(ended(line.message(), MessageState.CANCELLED, null))));
        assertThat(line(id, code).state()).isEqualTo(CodeStore.State.VOID);
        assertThat(actions.counts(account(), id)).containsEntry(MessageState.CANCELLED, 1L);
        assertThat(context.getBean(Till.class).check(client(), "10.0.0.8", code))
                .isInstanceOf(Till.Answer.Unknown.class);
    }

    @Test
    void aMessageThatWasOnlyRehearsedMakesItsCodeVoidAndOneThatFailedDoesNot() {
        ActionId id = action("Проба", null);
        String rehearsed = PromoFixtures.code(client(), id, "79165873407", context);
        String failed = PromoFixtures.code(client(), id, "79165873408", context);
        List<MessageFact> facts = List.of(
                ended(line(id, rehearsed).message(), MessageState.UNDELIVERED, SendingTerms.VIRTUAL),
                ended(line(id, failed).message(), MessageState.UNDELIVERED, "absent"));
        transactions.run(Pool.BACKGROUND, () -> context.getBean(CodeFacts.class).take(facts));
        assertThat(line(id, rehearsed).state()).isEqualTo(CodeStore.State.VOID);
        assertThat(line(id, failed).state()).isEqualTo(CodeStore.State.ISSUED);
    }

    private MessageFact ended(@Nullable MessageId message, MessageState state, @Nullable String error) {
        return new MessageFact(
                Objects.requireNonNull(message),
                account(),
                null,
                Way.CABINET,
                "VESTNIK",
                "79165873405",
                "25001",
                null,
                state,
                error,
                1,
                Money.ZERO,
                Money.ZERO,
                Feedback.NONE,
                clock.instant(),
                null,
                Body.Kind.TEXT);
    }

    private CodeStore.Line line(ActionId id, String code) {
        return codes.list(account(), id, new CodeStore.Filter(code, null), null, 1)
                .items()
                .getFirst();
    }

    @Test
    void ofAnErasedPersonTheCodeStaysGoodAndNobodyIsKnownByIt() {
        ActionId id = action("Забыть", null);
        String code = PromoFixtures.code(client(), id, "79165873406", context);
        joins.join(client(), id, List.of("79165873406"));
        PersonalData place = context.getBeansOfType(PersonalData.class).values().stream()
                .filter(it -> it.place().equals("promo.codes"))
                .findFirst()
                .orElseThrow();
        assertThat(place.tell(account(), "79165873406", null, 10).items())
                .singleElement()
                .satisfies(told -> assertThat(told.json()).contains(code, "Забыть"));
        transactions.run(
                Pool.BACKGROUND,
                () -> assertThat(place.erase(account(), new PersonalData.People(Set.of("79165873406")), null)
                                .rows())
                        .isEqualTo(2));
        assertThat(line(id, code).phone()).isEmpty();
        assertThat(context.getBean(Till.class).check(client(), "10.0.0.8", code))
                .isInstanceOf(Till.Answer.Good.class);
        round();
        assertThat(to("79165873406")).isEmpty();
    }
}
