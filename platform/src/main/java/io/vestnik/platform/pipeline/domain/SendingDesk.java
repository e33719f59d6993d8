package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.AccountZones;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.pipeline.TestModes;
import io.vestnik.platform.pipeline.Windows;
import io.vestnik.platform.pipeline.domain.SendingStore.Settled;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an account settles how it sends. */
@Component
public class SendingDesk implements TestModes, SendingSettings {
    public static final Duration SHORTEST = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofDays(3);
    /** What waited for the hours needs time to leave, and a night may be an hour longer when clocks are changed. */
    private static final Duration SPARE = Duration.ofHours(1);

    private final SendingStore store;
    private final KeptTerms kept;
    private final Senders senders;
    private final Home home;
    private final Transactions transactions;

    SendingDesk(SendingStore store, KeptTerms kept, Senders senders, Home home, Transactions transactions) {
        this.store = store;
        this.kept = kept;
        this.senders = senders;
        this.home = home;
        this.transactions = transactions;
    }

    /** The account itself, whose zone is changed here, and the record of who changed what. */
    @Component
    record Home(Accounts accounts, AccountZones zones, Audit audit) {}

    @Override
    public Settings of(AccountId account) {
        Optional<Settled> own = store.find(account);
        return new Settings(
                own.map(Settled::version).orElse(0),
                own.map(Settled::terms).orElseGet(() -> kept.above(account)),
                own.map(Settled::below).orElse(false),
                home.accounts().get(account).zone());
    }

    @Override
    public boolean mayHandDown(AccountId account) {
        return home.accounts().get(account).kind() != AccountKind.CLIENT;
    }

    @Override
    public Answer settle(Who who, int seen, Wish typed) {
        Wish wish = new Wish(typed.terms(), typed.below() && mayHandDown(who.account()), typed.zone());
        List<Fault> faults = faults(who.account(), wish.terms());
        if (!faults.isEmpty()) {
            return new Answer.Refused(faults);
        }
        return transactions.call(() -> {
            if (!store.keep(who.account(), seen, wish.terms(), wish.below())) {
                return new Answer.Stale();
            }
            ZoneId before = home.accounts().get(who.account()).zone();
            if (!before.equals(wish.zone())) {
                home.zones().move(who.account(), wish.zone());
            }
            home.audit().record(who, "sending.settled", "account " + who.account(), details(wish, before));
            kept.refresh();
            return new Answer.Kept();
        });
    }

    private static Map<String, ?> details(Wish wish, ZoneId before) {
        SendingTerms terms = wish.terms();
        SendingTerms.Allowed allowed = terms.allowed();
        return Map.of(
                "hours", allowed == null ? "any" : allowed.toString(),
                "not_on_holidays", terms.notOnHolidays(),
                "home_only", terms.homeOnly(),
                "sender", Objects.requireNonNullElse(terms.sender(), ""),
                "validity", terms.validity().toString(),
                "short_links", terms.shortLinks(),
                "test", terms.test(),
                "quiet", terms.quiet(),
                "below", wish.below(),
                "zone", before.equals(wish.zone()) ? before.getId() : before + " → " + wish.zone());
    }

    @Override
    public Answer forget(Who who, int seen) {
        return transactions.call(() -> {
            if (!store.forget(who.account(), seen)) {
                return new Answer.Stale();
            }
            home.audit().record(who, "sending.forgotten", "account " + who.account(), Map.of());
            kept.refresh();
            return new Answer.Kept();
        });
    }

    @Override
    public boolean turn(Who who, AccountId account, boolean on) {
        return home.accounts()
                .find(account)
                .filter(it -> who.account().equals(it.parent()))
                .map(it -> transactions.call(() -> {
                    boolean settled;
                    do {
                        settled = test(account, on);
                    } while (!settled); // somebody else has settled something meanwhile: again with that
                    home.audit().record(who, "sending.test_mode", "account " + account, Map.of("on", on));
                    kept.refresh();
                    return true;
                }))
                .orElse(false);
    }

    private boolean test(AccountId account, boolean test) {
        Optional<Settled> own = store.find(account);
        SendingTerms terms = own.map(Settled::terms).orElseGet(() -> kept.above(account));
        return terms.test() == test
                || store.keep(
                        account,
                        own.map(Settled::version).orElse(0),
                        terms.testing(test),
                        own.map(Settled::below).orElse(false));
    }

    private List<Fault> faults(AccountId account, SendingTerms terms) {
        List<Fault> faults = new ArrayList<>();
        Duration validity = terms.validity();
        if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
            faults.add(new Fault("validity", "out-of-range", LONGEST.toHours()));
        }
        String sender = terms.sender();
        if (sender != null && !senders.allowed(account, sender)) {
            faults.add(new Fault("sender", "not-allowed", 0));
        }
        SendingTerms.Allowed allowed = terms.allowed();
        if (allowed != null && allowed.outside() == Outside.WAIT) {
            Duration closed = longestClosed(allowed.hours());
            if (closed.compareTo(LONGEST) >= 0) {
                faults.add(new Fault("outside", "too-long", closed.toHours()));
            } else if (!closed.isZero() && validity.compareTo(closed.plus(SPARE)) < 0) {
                faults.add(new Fault("validity", "too-short", closed.plus(SPARE).toHours()));
            }
        }
        return faults;
    }

    /** For how long these hours stay closed at most, where clocks are not changed. */
    static Duration longestClosed(Hours hours) {
        Windows windows = Windows.of(List.of(new Windows.Wall(hours, ZoneOffset.UTC)));
        if (windows.always()) {
            return Duration.ZERO;
        }
        Instant end = Instant.EPOCH.plus(Duration.ofDays(15));
        Duration longest = Duration.ZERO;
        Instant closes = windows.next(Instant.EPOCH).orElseThrow().to();
        while (closes.isBefore(end)) {
            Windows.Opening next = windows.next(closes).orElseThrow();
            Duration closed = Duration.between(closes, next.from());
            longest = closed.compareTo(longest) > 0 ? closed : longest;
            closes = next.to();
        }
        return longest;
    }
}
