package io.vestnik.platform.promo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoFixtures;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actions that are deleted while people join them, and taken back; letters are due in nine days, so that nothing writes them. */
class DeletedActionTests extends AsPerson {
    @Autowired
    private Clock clock;

    @Autowired
    private ActionDesk desk;

    @Autowired
    private ActionStore actions;

    @Autowired
    private LetterStore letters;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private AccountId account() {
        return client().account();
    }

    private Optional<Integer> join(ActionId id, String phone) {
        return letters.join(
                account(), id, List.of(phone), Way.API, clock.instant().plus(Duration.ofDays(9)));
    }

    @Test
    void nobodyJoinsAnActionThatWasDeletedMeanwhile() {
        ActionId id = PromoFixtures.made(client(), "Удалили", context);
        assertThat(desk.delete(client(), id)).isTrue();
        assertThat(join(id, "79165873431")).isEmpty();
        assertThat(letters.waiting(account(), id)).isZero();
    }

    @Test
    void anActionThatSomebodyJoinsAtThatMomentIsNotDeleted() throws Exception {
        ActionId id = PromoFixtures.made(client(), "Вступают", context);
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> deleted = transactions.call(() -> {
                assertThat(join(id, "79165873432")).contains(1);
                Future<Boolean> deletion = other.submit(() -> desk.delete(client(), id));
                await().until(this::aDeletionWaits);
                return deletion;
            });
            assertThat(deleted.get()).isFalse();
        }
        assertThat(actions.find(account(), id)).isPresent();
        assertThat(letters.waiting(account(), id)).isEqualTo(1);
    }

    private boolean aDeletionWaits() {
        return jdbc.sql("SELECT query LIKE '%promo.action%' FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                .query(Boolean.class)
                .list()
                .contains(true);
    }

    @Test
    void aDeletedActionCanBeTakenBackForADayAndGoesLaterWithItsLetters() {
        ActionId id = PromoFixtures.made(client(), "Вернуть", context);
        Instant dayAgo = clock.instant().minus(ActionDesk.TAKEN_BACK);
        assertThat(actions.delete(account(), id, dayAgo.plus(Duration.ofHours(1))))
                .isTrue();
        assertThat(desk.restore(client(), id)).isTrue();
        assertThat(desk.restore(client(), id)).as("it lives already").isFalse();
        assertThat(join(id, "79165873433")).contains(1);
        jdbc.sql("UPDATE promo.action SET deleted_at = :at WHERE id = :id")
                .param("at", dayAgo.minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        assertThat(desk.restore(client(), id)).as("too late").isFalse();
        while (Pool.BACKGROUND.call(() -> actions.purge(dayAgo, 1_000)) > 0) {
            // Until nothing of it is left.
        }
        assertThat(letters.waiting(account(), id)).isZero();
    }
}
