package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may be kept of when a campaign is sent, and what it may be previewed with. */
@Component
class TimingRules {
    /** Whoever writes "now" as a time of the clock means it though the minute has gone on. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    /** West of everybody: where it is too late here, it is everywhere. */
    private static final ZoneId LAST = ZoneOffset.ofHours(-12);

    private final Accounts accounts;
    private final Clock clock;

    TimingRules(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Why it cannot even be kept. */
    static List<Fault> keepable(Timing timing) {
        List<Fault> faults = new ArrayList<>(spreadFaults(timing));
        if (timing.stopAbove() < 0 || timing.stopAbove() > 100) {
            faults.add(new Fault("stop", "out_of_range", "100"));
        }
        Cap cap = timing.cap();
        if (cap != null
                && (cap.messages() < 1 || cap.messages() > 100 || cap.days() < 1 || cap.days() > Limits.CAP_DAYS)) {
            faults.add(new Fault("cap", "out_of_range", Integer.toString(Limits.CAP_DAYS)));
        }
        return faults;
    }

    private static List<Fault> spreadFaults(Timing timing) {
        return switch (timing.spread()) {
            case Spread.AtOnce _ -> List.of();
            case Spread.Over(Duration period) ->
                period.compareTo(Duration.ofMinutes(1)) < 0 || period.compareTo(Limits.LONGEST_SPREAD) > 0
                        ? List.of(new Fault("spread", "out_of_range", Long.toString(Limits.LONGEST_SPREAD.toDays())))
                        : List.of();
            case Spread.PerHour(int messages) ->
                messages < 1 || messages > Limits.FASTEST
                        ? List.of(new Fault("rate", "out_of_range", Integer.toString(Limits.FASTEST)))
                        : List.of();
        };
    }

    /** Whether what runs may be told to go on like this. */
    static boolean isSpeed(Spread spread) {
        return switch (spread) {
            case Spread.AtOnce _ -> true;
            case Spread.Over _ -> false;
            case Spread.PerHour(int messages) -> messages >= 1 && messages <= Limits.FASTEST;
        };
    }

    /** Why it cannot be previewed. */
    List<Fault> previewable(AccountId account, Timing timing) {
        List<Fault> faults = new ArrayList<>();
        Instant now = clock.instant();
        ZoneId home = accounts.get(account).zone();
        if (timing.start() instanceof Start.At at) {
            Instant start = at.in(at.clock() == Whose.ACCOUNT ? home : LAST).orElse(null);
            if (start == null) {
                faults.add(new Fault("start", "empty", ""));
            } else if (start.isBefore(now.minus(PATIENCE))) {
                faults.add(new Fault("start", "past", ""));
            } else if (start.isAfter(now.plus(Limits.FARTHEST))) {
                faults.add(new Fault("start", "too_far", Long.toString(Limits.FARTHEST.toDays())));
            }
        }
        Allowed allowed = timing.allowed();
        if (allowed != null && allowed.hours() == null) {
            faults.add(new Fault("hours", "empty", ""));
        }
        return faults;
    }
}
