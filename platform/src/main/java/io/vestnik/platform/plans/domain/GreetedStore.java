package io.vestnik.platform.plans.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who is, or was, greeted by a plan: one row a person and year. */
public interface GreetedStore {
    /**
     * Notes people who are to be greeted; who was noted for this year already is due when this says, unless a run has taken them.
     *
     * @param due when, by phone
     */
    void note(AccountId account, PlanId plan, int year, Map<String, Instant> due);

    /** The times from this one on at which people of the plan are to be greeted and no run has taken them. */
    List<Instant> times(AccountId account, PlanId plan, Instant from);

    /** Gives a run the people of a time whom no run has taken, at most so many. */
    List<String> take(AccountId account, PlanId plan, Instant due, long run, int most);

    /** Takes people back from a run that is not sent, so that another may take them. */
    void release(AccountId account, PlanId plan, long run);

    /** Forgets people whom a run has taken and will not greet: they may be noted for another day of the year. */
    void dismiss(AccountId account, PlanId plan, long run, Collection<String> phones);

    /** Whether there are more of that time. */
    boolean more(AccountId account, PlanId plan, Instant due);

    /** Forgets who was greeted long ago; tells how many. */
    int forget(Instant before, int most);
}
