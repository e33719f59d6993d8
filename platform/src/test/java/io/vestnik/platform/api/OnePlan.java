package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans of the shop, each at its first version, run at nine. */
final class OnePlan implements Plans {
    final List<Outline> kept = new ArrayList<>();

    @Override
    public List<Outline> list(AccountId account) {
        return List.copyOf(kept);
    }

    @Override
    public Optional<Outline> find(AccountId account, PlanId id) {
        return kept.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    @Override
    public Saved create(Who who, Terms terms) {
        if (terms.when() instanceof When.Rule rule && rule.text().contains("SECONDLY")) {
            return new Saved.Refused("rule", "not_run", "FREQ=SECONDLY");
        }
        PlanId id = new PlanId(kept.size() + 5L);
        kept.add(new Outline(id, 1, terms, "active", FakeDoors.NOW, List.of(FakeDoors.NOW), null));
        return new Saved.Kept(kept.getLast());
    }

    @Override
    public Saved change(Who who, PlanId id, int version, Terms terms) {
        return version == 1 ? new Saved.Kept(kept.getLast()) : new Saved.Stale(1);
    }

    @Override
    public boolean pause(Who who, PlanId id) {
        return true;
    }

    @Override
    public boolean resume(Who who, PlanId id) {
        return false;
    }

    @Override
    public boolean restore(Who who, PlanId id) {
        return false;
    }

    @Override
    public Looked look(AccountId account, When.Rule rule) {
        return new Looked.Ahead(rule, List.of(FakeDoors.NOW));
    }

    @Override
    public boolean delete(Who who, PlanId id) {
        return kept.removeIf(plan -> plan.id().equals(id));
    }
}
