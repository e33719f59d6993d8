package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** What people do with plans. */
@Service
public class Planner {
    /** Plans of one account. */
    public static final int MOST = 500;

    private final PlanBook plans;
    private final RunStarts starts;
    private final Campaigns campaigns;
    private final Transactions transactions;
    private final Surroundings surroundings;

    Planner(
            PlanBook plans,
            RunStarts starts,
            Campaigns campaigns,
            Transactions transactions,
            Surroundings surroundings) {
        this.plans = plans;
        this.starts = starts;
        this.campaigns = campaigns;
        this.transactions = transactions;
        this.surroundings = surroundings;
    }

    /** What it looks up and tells besides. */
    @Component
    record Surroundings(RunTimes times, Audit audit, Clock clock) {
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** What came of keeping a plan. */
    public sealed interface Saved {
        record Kept(PlanId id) implements Saved {}

        /**
         * It cannot be kept so.
         *
         * @param code stable, such as {@code never}
         */
        record Refused(String field, String code) implements Saved {}

        /** Someone else kept another version meanwhile. */
        record Stale(Plan current) implements Saved {}

        record NotFound() implements Saved {}
    }

    public List<Plan> list(AccountId account) {
        return plans.list(account);
    }

    /** A plan that was not deleted. */
    public Optional<Plan> find(AccountId account, PlanId id) {
        return plans.find(account, id).filter(plan -> plan.state() != PlanState.GONE);
    }

    public Saved create(Who who, Plan.Terms terms) {
        return transactions.call(() -> {
            if (plans.count(who.account()) >= MOST) {
                return new Saved.Refused("name", "too_many");
            }
            Optional<Saved> refused = refused(who, terms, null);
            if (refused.isPresent()) {
                return refused.get();
            }
            Instant now = surroundings.now();
            Instant next = surroundings
                    .times()
                    .next(who.account(), terms.occasion(), now)
                    .orElse(null);
            PlanId id = plans.insert(who.account(), terms, draft(who, terms), Plan.Author.of(who), next, now);
            record(who, "plan.made", id, terms);
            return new Saved.Kept(id);
        });
    }

    /**
     * Keeps other terms when the version is the one that is stored; what is paused stays so, what was over may run again. The message
     * stays as it was taken, unless it is another draft's from now on.
     */
    public Saved change(Who who, PlanId id, int version, Plan.Terms terms) {
        return transactions.call(() -> {
            Plan plan = locked(who, id, _ -> true).orElse(null);
            if (plan == null) {
                return new Saved.NotFound();
            }
            if (plan.version() != version) {
                return new Saved.Stale(plan);
            }
            Optional<Saved> refused = refused(who, terms, plan);
            if (refused.isPresent()) {
                return refused.get();
            }
            Instant now = surroundings.now();
            boolean paused = plan.state() == PlanState.PAUSED;
            Instant next = surroundings
                    .times()
                    .next(who.account(), terms.occasion(), now)
                    .orElse(null);
            plans.change(who.account(), id, terms, paused ? null : next, now);
            if (plan.message() == null || !plan.terms().pattern().equals(terms.pattern())) {
                plans.keep(who.account(), id, draft(who, terms), now);
            }
            if (!paused) {
                plans.turn(who.account(), id, PlanState.ACTIVE, next, now);
            }
            record(who, "plan.changed", id, terms);
            return new Saved.Kept(id);
        });
    }

    /** The draft as it stands now; what people write afterwards is not sent until somebody who may send takes it. */
    private Draft draft(Who who, Plan.Terms terms) {
        return campaigns.find(who.account(), terms.pattern()).orElseThrow().draft();
    }

    /**
     * Takes the draft as it stands for the message of the plan.
     *
     * @param shown the version of the draft that the person has seen
     * @return false when it is not there, or another version stands by now
     */
    public boolean takeMessage(Who who, PlanId id, int shown) {
        return transactions.call(() -> {
            Plan plan = locked(who, id, _ -> true).orElse(null);
            Campaign pattern = plan == null
                    ? null
                    : campaigns.find(who.account(), plan.terms().pattern()).orElse(null);
            if (plan == null || pattern == null || pattern.version() != shown) {
                return false;
            }
            plans.keep(who.account(), id, pattern.draft(), surroundings.now());
            record(who, "plan.message-taken", id, plan.terms());
            return true;
        });
    }

    /** What a plan keeps as its own is sent on, though the draft that it was taken from is gone. */
    private Optional<Saved> refused(Who who, Plan.Terms terms, @Nullable Plan plan) {
        Draft kept = plan != null && plan.terms().pattern().equals(terms.pattern()) ? plan.message() : null;
        Draft message = kept != null
                ? kept
                : campaigns
                        .find(who.account(), terms.pattern())
                        .map(Campaign::draft)
                        .orElse(null);
        if (message == null) {
            return Optional.of(new Saved.Refused("campaign", "gone"));
        }
        boolean ofPeople = terms.occasion() instanceof Occasion.Anniversary;
        if (ofPeople && message.audience().groups().isEmpty()) {
            return Optional.of(new Saved.Refused("campaign", "no_groups"));
        }
        return surroundings
                .times()
                .useless(who.account(), terms.occasion(), surroundings.now())
                .map(why -> new Saved.Refused("days", why.code()));
    }

    /** Nothing runs but by hand until it is resumed, and what has begun goes no further; false when it does not run anyway. */
    public boolean pause(Who who, PlanId id) {
        return turned(who, id, PlanState.PAUSED, plan -> plan.state() == PlanState.ACTIVE, "plan.paused");
    }

    /** Goes on with the next time to come: what fell into the pause is not made up for. False when it is not paused, or over. */
    public boolean resume(Who who, PlanId id) {
        return turned(who, id, PlanState.ACTIVE, plan -> plan.state() == PlanState.PAUSED, "plan.resumed");
    }

    /** False when it is not there. */
    public boolean delete(Who who, PlanId id) {
        return turned(who, id, PlanState.GONE, plan -> plan.state() != PlanState.GONE, "plan.deleted");
    }

    /** Brings a deleted one back, paused: nobody is to be surprised by what it sends. */
    public boolean restore(Who who, PlanId id) {
        return turned(who, id, PlanState.PAUSED, plan -> plan.state() == PlanState.GONE, "plan.restored");
    }

    private boolean turned(Who who, PlanId id, PlanState state, Predicate<Plan> when, String what) {
        return transactions.call(() -> {
            Plan plan = plans.lock(who.account(), id).filter(when).orElse(null);
            if (plan == null) {
                return false;
            }
            Instant now = surroundings.now();
            Instant next = state == PlanState.ACTIVE
                    ? surroundings
                            .times()
                            .next(who.account(), plan.terms().occasion(), now)
                            .orElse(null)
                    : null;
            if (state == PlanState.ACTIVE && next == null) {
                return false;
            }
            plans.turn(who.account(), id, state, next, now);
            record(who, what, id, plan.terms());
            return true;
        });
    }

    /** Runs it once more, besides its times; false when it is not there, goes by people's dates, or such a run is not over yet. */
    public boolean runNow(Who who, PlanId id) {
        return transactions.call(() -> {
            Plan plan = locked(who, id, it -> it.terms().occasion() instanceof Occasion.Calendar)
                    .orElse(null);
            if (plan == null || starts.byHand(plan)) {
                return false;
            }
            Instant now = surroundings.now();
            record(who, "plan.run", id, plan.terms());
            return starts.start(plan, new RunStore.Time(now, 0, true), now);
        });
    }

    private Optional<Plan> locked(Who who, PlanId id, Predicate<Plan> when) {
        return plans.lock(who.account(), id)
                .filter(plan -> plan.state() != PlanState.GONE)
                .filter(when);
    }

    private void record(Who who, String what, PlanId id, Plan.Terms terms) {
        surroundings
                .audit()
                .record(
                        who,
                        what,
                        "plan " + id,
                        Map.of("name", terms.name(), "campaign", terms.pattern().toString()));
    }
}
