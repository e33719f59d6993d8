package io.vestnik.platform.promo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Joins;
import io.vestnik.platform.promo.PromoFixtures;
import io.vestnik.platform.promo.Till;
import io.vestnik.platform.promo.Till.Answer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TillTests extends AsPerson {
    private static final String HERE = "10.0.0.1";

    @Autowired
    private Till till;

    @Autowired
    private Joins joins;

    @Autowired
    private TillStore store;

    @Autowired
    private CodeStore codes;

    @Autowired
    private Pipeline pipeline;

    @Test
    void ofTwoCashiersInTheSameSecondOneRedeems() throws Exception {
        ActionId action = PromoFixtures.made(client(), "Касса двоих", context);
        for (int round = 0; round < 20; round++) {
            String code = PromoFixtures.code(client(), action, "79160000001", context);
            List<Answer> answers = together(4, _ -> till.redeem(client(), HERE, code, Money.of("100")));
            assertThat(answers).filteredOn(Answer.Redeemed.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(it -> it instanceof Answer.Refused refused && refused.why() == Till.Why.USED)
                    .hasSize(3);
        }
        assertThat(store.takings(client().account(), action))
                .singleElement()
                .extracting(TillStore.Taking::redeemed, TillStore.Taking::revenue)
                .containsExactly(20L, Money.of("2000"));
    }

    private static List<Answer> together(int many, IntFunction<Answer> ask) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> asked = new ArrayList<>();
        try (ExecutorService cashiers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                int number = i;
                asked.add(cashiers.submit(() -> {
                    start.await();
                    return ask.apply(number);
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void aCodeOfSomebodyElseIsOneThatIsNotThere() {
        ActionId action = PromoFixtures.made(client(), "Чужая касса", context);
        String code = PromoFixtures.code(client(), action, "79160000001", context);
        Who stranger = SignIns.who("partner", context);
        assertThat(till.check(stranger, HERE, code)).isEqualTo(new Answer.Unknown());
        assertThat(till.check(stranger, HERE, "K7M4XPQ9")).isEqualTo(new Answer.Unknown());
        assertThat(till.check(client(), HERE, " " + code.toLowerCase(Locale.ROOT) + " "))
                .isInstanceOf(Answer.Good.class);
    }

    @Test
    void whoTriesTenWrongCodesWaitsEvenWithAGoodOne() {
        ActionId action = PromoFixtures.made(client(), "Подбор", context);
        String code = PromoFixtures.code(client(), action, "79160000001", context);
        Who guesser = new Who(client().account(), null, "guesser", "guesser", client().rights());
        for (int i = 0; i < Guessing.OF_A_CASHIER; i++) {
            assertThat(till.check(guesser, "10.0.0.2", "WRONG" + i)).isEqualTo(new Answer.Unknown());
        }
        assertThat(till.check(guesser, "10.0.0.2", code)).isInstanceOf(Answer.Pause.class);
        assertThat(till.check(client(), "10.0.0.3", code)).isInstanceOf(Answer.Good.class);
    }

    @Test
    void whoTriesTenWrongCodesWaitsAtAllNodes() {
        Who guesser = new Who(client().account(), null, "wanderer", "wanderer", client().rights());
        for (int i = 0; i < Guessing.OF_A_CASHIER; i++) {
            assertThat(till.check(guesser, "10.0.0.5", "WRONG" + i)).isEqualTo(new Answer.Unknown());
        }
        WrongGuesses guesses = context.getBean(WrongGuesses.class);
        Clock clock = context.getBean(Clock.class);
        await().until(() ->
                new Guessing(guesses, clock).tries(guesser, "10.0.0.6").isPresent());
    }

    @Test
    void whoTriesManyWrongCodesAtOnceIsStoppedAllTheSame() throws Exception {
        Who guesser = new Who(client().account(), null, "hasty", "hasty", client().rights());
        List<Answer> answers = together(40, i -> till.check(guesser, "10.0.0.4", "HASTY" + i));
        assertThat(answers).filteredOn(Answer.Unknown.class::isInstance).hasSize(Guessing.OF_A_CASHIER);
        assertThat(answers).filteredOn(Answer.Pause.class::isInstance).hasSize(40 - Guessing.OF_A_CASHIER);
    }

    @Test
    void aRedemptionIsTakenBackAndTheSumsWithIt() {
        ActionId action = PromoFixtures.made(client(), "Возврат", context);
        String code = PromoFixtures.code(client(), action, "79160000001", context);
        assertThat(till.giveBack(client(), HERE, code, "ошибка"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class, it -> assertThat(it.why()).isEqualTo(Till.Why.NOT_REDEEMED));
        assertThat(till.redeem(client(), HERE, code, Money.of("1250.50"))).isInstanceOf(Answer.Redeemed.class);
        assertThat(till.giveBack(client(), HERE, code, "ошибка")).isInstanceOf(Answer.Returned.class);
        assertThat(store.takings(client().account(), action)).isEmpty();
        assertThat(till.check(client(), HERE, code)).isInstanceOf(Answer.Good.class);
        assertThat(store.list(client().account(), action, null, 10).items())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("ошибка"));
    }

    @Test
    void whoJoinsGetsOneLetterWithACodeAndRedeemingMarksIt() {
        ActionId action = PromoFixtures.made(client(), "Вступление", context);
        List<String> phones = List.of("79165873301", "79165873302");
        assertThat(joins.join(client(), action, phones)).isEqualTo(new Joins.Joined.Taken(2, 0));
        assertThat(joins.join(client(), action, phones)).isEqualTo(new Joins.Joined.Taken(0, 2));
        List<CodeStore.Line> given = await().until(
                        () -> codes.list(client().account(), action, new CodeStore.Filter("", null), null, 10)
                                .items(),
                        lines -> lines.size() == 2
                                && lines.stream()
                                        .allMatch(line -> pipeline.find(client().account(), message(line))
                                                .isPresent()));
        CodeStore.Line line = given.getFirst();
        assertThat(pipeline.find(client().account(), message(line))
                        .orElseThrow()
                        .text())
                .isEqualTo("Ваш код " + line.code() + ", друг");
        assertThat(till.redeem(client(), HERE, line.code(), Money.of("10"))).isInstanceOf(Answer.Redeemed.class);
        assertThat(pipeline.marks(client().account(), List.of(message(line))).get(message(line)))
                .contains(MessageMark.REDEEMED);
    }

    private static MessageId message(CodeStore.Line line) {
        return Objects.requireNonNull(line.message());
    }
}
