package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.WritingRules.Letter;
import io.vestnik.platform.contacts.WritingRules.Reason;
import io.vestnik.platform.contacts.domain.ErasureStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who wants no more messages while their data is being erased. */
@ModuleTest
class ErasedStopTests {
    private static final String PERSON = "79160000071";
    private static final String OTHER = "79160000072";

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Stops stops;

    @Autowired
    WritingRules rules;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureStore store;

    @Autowired
    Transactions transactions;

    @Autowired
    List<PersonalData> places;

    @Test
    void goesOnAsItIsWhereItIsAskedToGoOnWhileItIsAtWork() {
        AccountId shop = fixtures.account();
        Who mary = new Who(shop, null, null, "Мария", Set.of());
        transactions.run(Pool.PAGES, () -> {
            long erasure = store.begin(shop, Set.of(PERSON), false, "Мария", Instant.EPOCH);
            assertThat(erasures.again(mary, erasure)).isTrue();
            Erasures.Erasure begun = erasures.find(shop, erasure).orElseThrow();
            assertThat(begun.job()).isNotNull();
            assertThat(erasures.again(mary, erasure)).isTrue();
            assertThat(erasures.find(shop, erasure)).contains(begun);
        });
    }

    @Test
    void isNotWrittenToThoughTheyUnsubscribeInTheMiddleOfAWalk() throws Exception {
        AccountId shop = fixtures.account();
        long erasure = transactions.call(() -> store.begin(shop, Set.of(PERSON, OTHER), false, "Мария", Instant.EPOCH));
        CountDownLatch unsubscribed = new CountDownLatch(1);
        CountDownLatch walked = new CountDownLatch(1);
        try (ExecutorService person = Executors.newSingleThreadExecutor()) {
            Future<?> wish = person.submit(() -> transactions.run(Pool.PAGES, () -> {
                stops.unsubscribe(shop, List.of(PERSON), "SHOP", "стоп");
                unsubscribed.countDown();
                await(walked);
            }));
            await(unsubscribed);
            try {
                walk(shop); // sees nothing of what is not committed
            } finally {
                walked.countDown();
            }
            wish.get();
        }
        assertThat(refused(shop)).as("the entry outlived the walk").isEqualTo(Map.of(0, Reason.SENDER));

        walk(shop);
        assertThat(refused(shop)).as("the second walk keeps a digest").isEqualTo(Map.of(0, Reason.ERASED));
        assertThat(stops.hasUnsubscribed(shop, PERSON, "SHOP")).isFalse();
        assertThat(erasures.find(shop, erasure).orElseThrow().stopped()).isTrue();
    }

    @Test
    void keepsOfSeveralPeopleThoseOnTheListAlone() {
        AccountId shop = fixtures.account();
        Who who = new Who(shop, null, null, "Мария", Set.of());
        stops.add(who, List.of(PERSON), new Stops.Entry(new StopScope.Everything(), StopSource.HAND, ""));
        walk(shop);
        assertThat(refused(shop)).isEqualTo(Map.of(0, Reason.ERASED));
    }

    private void walk(AccountId account) {
        PersonalData contacts = places.stream()
                .filter(it -> it.place().equals("contacts.people"))
                .findFirst()
                .orElseThrow();
        PersonalData.People people = new PersonalData.People(Set.of(PERSON, OTHER));
        transactions.run(Pool.BACKGROUND, () -> contacts.erase(account, people, null));
    }

    private Map<Integer, Reason> refused(AccountId account) {
        return rules.refused(List.of(
                new Letter(account, "sms", "SHOP", TrafficType.ADVERTISING, PERSON),
                new Letter(account, "sms", "SHOP", TrafficType.ADVERTISING, OTHER)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
