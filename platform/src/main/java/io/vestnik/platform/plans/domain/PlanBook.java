package io.vestnik.platform.plans.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans, by account. Who changes one has locked it before, in the same transaction. */
public interface PlanBook {
    PlanId insert(
            AccountId account, Plan.Terms terms, Draft message, Plan.Author author, @Nullable Instant next, Instant at);

    Optional<Plan> find(AccountId account, PlanId id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Plan> lock(AccountId account, PlanId id);

    /** Those that were not deleted, by name. */
    List<Plan> list(AccountId account);

    /** How many the account has, without the deleted ones. */
    int count(AccountId account);

    /** Keeps other terms under the next version. */
    void change(AccountId account, PlanId id, Plan.Terms terms, @Nullable Instant next, Instant at);

    /** Keeps another message. */
    void keep(AccountId account, PlanId id, Draft message, Instant at);

    /** Keeps another state; nothing runs without a next time. */
    void turn(AccountId account, PlanId id, PlanState state, @Nullable Instant next, Instant at);

    /** Active plans whose time has come, the longest waiting first. */
    List<Due> due(Instant now, int most);

    /** As {@link #lock}, of one that is active and whose time has come; empty when it is not, or another node has it at hand. */
    Optional<Plan> take(AccountId account, PlanId id, Instant now);

    /** Has the plans of the account that go by holidays look for their next time anew, now that other days are holidays. */
    void lookAgain(AccountId account, Instant now);

    /** Deletes for good what was deleted before; tells how many. */
    int purge(Instant before, int most);

    /** A plan whose time has come. */
    record Due(AccountId account, PlanId plan) {}
}
