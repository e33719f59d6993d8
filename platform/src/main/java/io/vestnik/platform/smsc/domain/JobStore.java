package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import java.util.List;
import java.util.Map;

/** Which plans stand for one mailing of several texts. A mailing of one text is its plan, and is not kept here. */
public interface JobStore {
    /** Remembers that these are one mailing, which has the number of the first. */
    void keep(AccountId account, List<PlanId> plans);

    /** The mailing of each plan that is one of several; at most so many plans as an account may have. */
    Map<PlanId, PlanId> mailings(AccountId account);

    /** Forgets a mailing. */
    void forget(AccountId account, PlanId mailing);
}
