package io.vestnik.platform.plans;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What plans send: a draft as it stood when somebody who may send took it. */
public interface PlanMessages {
    /** What a plan sends; empty where there is no such plan. */
    Optional<Message> of(AccountId account, PlanId plan);

    /** Takes the draft as it stands for what the plan sends; false when that is not the version of the draft, or it is not there. */
    boolean take(Who who, PlanId plan, int version);

    /**
     * What is sent.
     *
     * @param sent none where nothing was taken yet
     * @param version of the draft that it is taken from, as it stands now; 0 where it is gone
     * @param changed whether that draft says something else by now
     */
    record Message(@Nullable Draft sent, int version, boolean changed) {}
}
