package io.vestnik.platform.links.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.ClickMarks;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links.Visit;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.PersonalData.Told;
import io.vestnik.platform.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

@ModuleTest
class ClicksTests {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final Block BLOCK = new Block(
            0,
            1_000_000,
            new AccountId(1),
            new CampaignId(1),
            0,
            new Target.Page("https://shop.example/"),
            false,
            AT.plusSeconds(60));

    @Autowired
    Transactions transactions;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Memory store = new Memory();
    private final List<ClickMarks.Clicked> marked = new ArrayList<>();

    private Clicks clicks() {
        return new Clicks(store, marked::addAll, transactions, meters);
    }

    private double lost() {
        return meters.counter("vestnik.links.clicks.lost").count();
    }

    private static Click click(long ordinal, Device device) {
        return new Click(BLOCK, ordinal, device, AT);
    }

    @Test
    void writesAllThatWasTakenBeforeItStops() throws InterruptedException {
        Clicks clicks = clicks();
        clicks.count(click(0, Device.PHONE));
        store.entered.await(); // the first is being written, all others wait
        for (int i = 1; i < 5_000; i++) {
            clicks.count(click(i, Device.PHONE));
        }
        store.open.countDown();
        clicks.destroy();
        assertThat(store.people).isEqualTo(5_000);
        assertThat(marked).hasSize(5_000);
        assertThat(lost()).isZero();
    }

    @Test
    void waitsOutADatabaseThatIsAway() {
        store.outages = 2;
        store.open.countDown();
        Clicks clicks = clicks();
        clicks.count(click(1, Device.DESKTOP));
        await().until(() -> clicks.waiting() == 0);
        clicks.destroy();
        assertThat(store.people).isEqualTo(1);
        assertThat(lost()).isZero();
    }

    @Test
    void sumsRobotsApartAndTakesThemForNobody() {
        store.open.countDown();
        Clicks clicks = clicks();
        clicks.count(click(1, Device.ROBOT));
        clicks.count(click(1, Device.PHONE));
        clicks.destroy();
        assertThat(store.people).isEqualTo(1);
        assertThat(store.sums.stream().mapToLong(ClickStore.Sum::clicks).sum()).isEqualTo(2);
        assertThat(store.sums.stream()
                        .filter(sum -> sum.device() == Device.ROBOT)
                        .mapToLong(ClickStore.Sum::people)
                        .sum())
                .isZero();
    }

    @Test
    void whoOnlyLooksAtThePageOfUnsubscribingHasFollowedNothing() {
        store.open.countDown();
        Clicks clicks = clicks();
        Block unsubscribing = new Block(
                65_536,
                1_000,
                BLOCK.account(),
                BLOCK.campaign(),
                1,
                new Target.Unsubscribe(),
                false,
                BLOCK.expiresAt());
        clicks.count(new Click(unsubscribing, 1, Device.PHONE, AT));
        clicks.count(click(2, Device.PHONE));
        clicks.destroy();
        assertThat(store.people).isEqualTo(2);
        assertThat(marked).extracting(ClickMarks.Clicked::message).containsExactly(new MessageId(3));
    }

    @Test
    void tellsOfWhatItCouldNotTake() {
        store.open.countDown();
        Clicks clicks = clicks();
        clicks.destroy();
        clicks.count(click(1, Device.PHONE));
        assertThat(lost()).isEqualTo(1);
    }

    /** Takes everybody for new. */
    private static final class Memory implements ClickStore {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final List<Sum> sums = new ArrayList<>();
        private int outages;
        private int people;

        @Override
        public List<First> count(List<Click> clicks) {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (outages > 0) {
                outages--;
                throw new DataAccessResourceFailureException("away");
            }
            people += clicks.size();
            return clicks.stream()
                    .map(click -> new First(
                            click.block().first(),
                            click.ordinal(),
                            click.device(),
                            new ClickMarks.Clicked(
                                    click.block().account(), new MessageId(click.ordinal() + 1), click.at())))
                    .toList();
        }

        @Override
        public void sum(List<Sum> more) {
            sums.addAll(more);
        }

        @Override
        public List<Sum> sums(AccountId account, CampaignId campaign) {
            return sums;
        }

        @Override
        public Optional<Visit> visit(AccountId account, long block, long ordinal) {
            return Optional.empty();
        }

        @Override
        public List<Visit> visits(AccountId account, MessageId message) {
            return List.of();
        }

        @Override
        public List<Told> tell(AccountId account, Collection<MessageId> messages) {
            return List.of();
        }

        @Override
        public int forgetExpired(Instant before, int most) {
            return 0;
        }

        @Override
        public int forget(AccountId account, Collection<MessageId> messages) {
            return 0;
        }
    }
}
