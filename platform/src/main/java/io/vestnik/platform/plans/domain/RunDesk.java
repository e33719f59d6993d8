package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.PlanRuns;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract: runs in words that programs write. */
@Service
class RunDesk implements PlanRuns {
    private final RunStore runs;
    private final Planner planner;

    RunDesk(RunStore runs, Planner planner) {
        this.runs = runs;
        this.planner = planner;
    }

    @Override
    public Set<String> states() {
        return Arrays.stream(RunState.values()).map(RunState::code).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Slice<PlanRuns.Ran> list(
            AccountId account, PlanId plan, @Nullable String state, @Nullable String cursor, int limit) {
        RunState only = Arrays.stream(RunState.values())
                .filter(it -> it.code().equals(state))
                .findFirst()
                .orElse(null);
        return runs.list(account, plan, only, cursor, limit).map(RunDesk::told);
    }

    @Override
    public Begun runNow(Who who, PlanId id) {
        Optional<Plan> plan = planner.find(who.account(), id);
        if (plan.isEmpty()) {
            return Begun.NOT_FOUND;
        }
        if (plan.get().terms().occasion() instanceof Occasion.Anniversary) {
            return Begun.BY_DATES;
        }
        return planner.runNow(who, id) ? Begun.DONE : Begun.BUSY;
    }

    private static PlanRuns.Ran told(Run run) {
        return new PlanRuns.Ran(
                run.id(),
                run.plannedAt(),
                run.byHand(),
                run.state().code(),
                run.campaign(),
                run.recipients(),
                run.cost(),
                run.detail(),
                run.changedAt());
    }
}
