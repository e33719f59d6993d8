package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Actions as people make and change them. */
@Service
public class ActionDesk {
    /** The most actions of an account. */
    public static final int MOST = 1_000;

    /** So long a deletion can be taken back. */
    static final Duration TAKEN_BACK = Duration.ofDays(1);

    private final ActionStore store;
    private final ActionRules rules;
    private final Actions actions;
    private final Audit audit;
    private final Surroundings surroundings;

    ActionDesk(ActionStore store, ActionRules rules, Actions actions, Audit audit, Surroundings surroundings) {
        this.store = store;
        this.rules = rules;
        this.actions = actions;
        this.audit = audit;
        this.surroundings = surroundings;
    }

    /** When and how an action is kept. */
    @Component
    record Surroundings(Transactions transactions, Clock clock) {}

    /** What came of keeping an action. */
    public sealed interface Saved {
        record Kept(ActionId id) implements Saved {}

        /** By field. */
        record Refused(List<Wrong> faults) implements Saved {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** Somebody else kept another version meanwhile. */
        record Stale(Action current) implements Saved {}

        record NotFound() implements Saved {}
    }

    /** What is wrong with a field, such as {@code length}, {@code too_short} and the length that is enough. */
    public record Wrong(String field, String code, String detail) {}

    public Saved create(Who who, Terms terms) {
        List<Wrong> faults = rules.faults(who.account(), terms);
        if (faults.isEmpty() && store.all(who.account(), MOST).size() == MOST) {
            faults = List.of(new Wrong("name", "too_many", Integer.toString(MOST)));
        }
        if (!faults.isEmpty()) {
            return new Saved.Refused(faults);
        }
        return surroundings
                .transactions()
                .call(() -> store.add(who.account(), terms, surroundings.clock().instant())
                        .<Saved>map(id -> kept(who, id, "promo.created", terms))
                        .orElseGet(() -> new Saved.Refused(List.of(new Wrong("name", "taken", terms.name())))));
    }

    /** What a code looks like, and the action's name, stay as they were when it was made: both stand in texts already. */
    public Saved change(Who who, ActionId id, int version, Terms wanted) {
        Action action = store.find(who.account(), id).orElse(null);
        if (action == null) {
            return new Saved.NotFound();
        }
        Terms terms = wanted.as(action.terms());
        List<Wrong> faults = rules.faults(who.account(), terms);
        if (!faults.isEmpty()) {
            return new Saved.Refused(faults);
        }
        return surroundings
                .transactions()
                .call(() -> store.change(who.account(), id, version, terms)
                        ? kept(who, id, "promo.changed", terms)
                        : store.find(who.account(), id)
                                .<Saved>map(Saved.Stale::new)
                                .orElseGet(Saved.NotFound::new));
    }

    private Saved kept(Who who, ActionId id, String what, Terms terms) {
        audit.record(
                who,
                what,
                "promo action " + id,
                Map.of(
                        "from",
                        terms.from(),
                        "to",
                        terms.to(),
                        "length",
                        terms.codes().length()));
        actions.changed();
        return new Saved.Kept(id);
    }

    /** Deletes an action that was never used; false where somebody has got a code of it, or waits for one. */
    public boolean delete(Who who, ActionId id) {
        return turned(
                who,
                id,
                "promo.deleted",
                () -> store.delete(who.account(), id, surroundings.clock().instant()));
    }

    /** Takes a deletion back, within a day; false where there was none, it is too late, or another action has its name meanwhile. */
    public boolean restore(Who who, ActionId id) {
        Instant since = surroundings.clock().instant().minus(TAKEN_BACK);
        return turned(who, id, "promo.restored", () -> store.restore(who.account(), id, since));
    }

    private boolean turned(Who who, ActionId id, String what, BooleanSupplier turn) {
        boolean done = surroundings.transactions().call(() -> {
            boolean turned = turn.getAsBoolean();
            if (turned) {
                audit.record(who, what, "promo action " + id, Map.of());
            }
            return turned;
        });
        if (done) {
            actions.changed();
        }
        return done;
    }

    public Optional<Action> find(AccountId account, ActionId id) {
        return store.find(account, id);
    }

    /** The newest first. */
    public List<Action> list(AccountId account) {
        return store.all(account, MOST);
    }
}
