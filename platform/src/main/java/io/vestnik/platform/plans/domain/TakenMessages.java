package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.PlanMessages;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The contract: what plans send, beside the drafts as they stand. */
@Service
class TakenMessages implements PlanMessages {
    private final Planner planner;
    private final Campaigns campaigns;

    TakenMessages(Planner planner, Campaigns campaigns) {
        this.planner = planner;
        this.campaigns = campaigns;
    }

    @Override
    public Optional<Message> of(AccountId account, PlanId id) {
        return planner.find(account, id).map(plan -> {
            Optional<Campaign> pattern = campaigns.find(account, plan.terms().pattern());
            return new Message(
                    plan.message(),
                    pattern.map(Campaign::version).orElse(0),
                    pattern.filter(it -> plan.isOlderThan(it.draft())).isPresent());
        });
    }

    @Override
    public boolean take(Who who, PlanId id, int version) {
        return planner.takeMessage(who, id, version);
    }
}
