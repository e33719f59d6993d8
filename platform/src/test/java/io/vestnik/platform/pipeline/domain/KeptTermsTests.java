package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.store.Snapshots;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose terms hold for whom, and when their hours are open. */
class KeptTermsTests {
    private static final Instant NIGHT = Instant.parse("2026-11-21T23:30:00Z");
    private static final Hours BY_DAY = Hours.daily(LocalTime.of(9, 0), LocalTime.of(21, 0));

    private final FakeAccounts accounts = new FakeAccounts();
    private final AccountId operator = accounts.open(AccountKind.OPERATOR, null);
    private final AccountId partner = accounts.open(AccountKind.PARTNER, operator);
    private final AccountId client = accounts.open(AccountKind.CLIENT, partner);
    private final Rows rows = new Rows();

    /** What was settled, in memory. */
    private static final class Rows implements SendingStore {
        private final List<Settled> rows = new ArrayList<>();

        @Override
        public long version() {
            return rows.size();
        }

        @Override
        public List<Settled> all() {
            return List.copyOf(rows);
        }

        @Override
        public Optional<Settled> find(AccountId account) {
            return rows.stream().filter(row -> row.account().equals(account)).findFirst();
        }

        @Override
        public boolean keep(AccountId account, int seen, SendingTerms terms, boolean below) {
            return rows.add(new Settled(account, seen + 1, terms, below));
        }

        @Override
        public boolean forget(AccountId account, int seen) {
            return rows.removeIf(row -> row.account().equals(account));
        }
    }

    private static SendingTerms terms(Outside outside, boolean transactional, String sender) {
        return new SendingTerms(
                new SendingTerms.Allowed(BY_DAY, outside, transactional), true, sender, Duration.ofHours(24), true);
    }

    private KeptTerms at(Instant now) {
        return new KeptTerms(rows, accounts, new Snapshots(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void whoeverHasSettledNothingSendsAtAnyTimeAnywhere() {
        KeptTerms kept = at(NIGHT);
        assertThat(kept.of(client)).isEqualTo(SendingTerms.USUAL);
        assertThat(kept.opens(client)).contains(NIGHT);
        for (TrafficType type : TrafficType.values()) {
            assertThat(kept.holds(client, type)).isFalse();
        }
    }

    @Test
    void termsGoDownToThoseWhoHaveNoneOnlyWhereTheyAreHandedDownAndWithoutTheName() {
        rows.keep(operator, 0, terms(Outside.WAIT, true, "BOSS"), true);
        rows.keep(partner, 0, terms(Outside.REFUSE, true, "PARTNER"), false);
        KeptTerms kept = at(NIGHT);
        assertThat(kept.of(partner)).isEqualTo(terms(Outside.REFUSE, true, "PARTNER"));
        assertThat(kept.of(client))
                .isEqualTo(terms(Outside.WAIT, true, "BOSS").handedDown())
                .returns(null, SendingTerms::sender);
        assertThat(kept.above(partner)).isEqualTo(kept.of(client));

        rows.keep(client, 0, SendingTerms.USUAL, false);
        assertThat(at(NIGHT).of(client)).isEqualTo(SendingTerms.USUAL);
    }

    @Test
    void holdsWhatKeepsToTheHoursUntilTheyOpenAndNeverACode() {
        rows.keep(client, 0, terms(Outside.WAIT, true, "SHOP"), false);
        KeptTerms kept = at(NIGHT);
        assertThat(kept.opens(client)).contains(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(kept.holds(client, TrafficType.ADVERTISING)).isTrue();
        assertThat(kept.holds(client, TrafficType.SERVICE)).isTrue();
        assertThat(kept.holds(client, TrafficType.TRANSACTIONAL)).isTrue();
        assertThat(kept.holds(client, TrafficType.CODE)).isFalse();
        assertThat(kept.holds(partner, TrafficType.SERVICE)).isFalse();
        assertThat(at(Instant.parse("2026-11-22T09:00:00Z")).holds(client, TrafficType.SERVICE))
                .isFalse();
    }

    @Test
    void letsTransactionalMessagesPassWhereTheHoursAreNotForThem() {
        rows.keep(client, 0, terms(Outside.WAIT, false, "SHOP"), false);
        assertThat(at(NIGHT).holds(client, TrafficType.TRANSACTIONAL)).isFalse();
        assertThat(at(NIGHT).holds(client, TrafficType.SERVICE)).isTrue();
    }

    @Test
    void knowsForHowLongHoursStayClosed() {
        assertThat(SendingDesk.longestClosed(Hours.ALWAYS)).isZero();
        assertThat(SendingDesk.longestClosed(BY_DAY)).hasHours(12);
        assertThat(SendingDesk.longestClosed(Hours.daily(LocalTime.of(22, 0), LocalTime.of(6, 0))))
                .hasHours(16);
        assertThat(SendingDesk.longestClosed(new Hours(
                        LocalTime.of(9, 0), LocalTime.of(21, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))))
                .hasHours(60);
        assertThat(SendingDesk.longestClosed(
                        new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.of(DayOfWeek.MONDAY))))
                .hasHours(144);
    }
}
