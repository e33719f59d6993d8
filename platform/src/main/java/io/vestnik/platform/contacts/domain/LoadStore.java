package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the list of loads is kept, and what columns were the last time. */
public interface LoadStore {
    /**
     * A load as the list has it.
     *
     * @param source the name of what was loaded
     * @param group the name of the group as it was then
     * @param state {@link Job.State#RUNNING} until it is over
     * @param result what it did, or had done when it was stopped; none before
     * @param message why it failed
     */
    record Line(
            JobId job,
            String source,
            GroupId groupId,
            String group,
            Job.State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable LoadResult result,
            @Nullable String message) {}

    /**
     * What is known of a header.
     *
     * @param columns field by column
     * @param group where its rows belong, when that is known
     */
    record Header(Map<Integer, String> columns, @Nullable GroupId group) {
        public Header {
            columns = Map.copyOf(columns);
        }
    }

    void start(AccountId account, JobId job, String source, GroupId group, String name);

    void end(AccountId account, JobId job, Job.State state, LoadResult result, @Nullable String message);

    /**
     * Lets the transaction at hand commit without waiting for the disk: should the database die within the next half second, the chunk
     * is lost together with the checkpoint behind it, and loaded again.
     */
    void commitLazily(AccountId account);

    Optional<Line> find(AccountId account, JobId job);

    /** A page of those that match, the newest first; conditions may be on {@code started} and {@code source}. */
    Slice<Line> list(
            AccountId account,
            Job.@Nullable State state,
            List<Condition> conditions,
            @Nullable String after,
            int limit);

    Optional<Header> header(AccountId account, String signature);

    void rememberHeader(AccountId account, String signature, Header known, Instant now);

    /** Forgets some of the loads that ended before; how many. */
    @AcrossAccounts("loads go by their age")
    int forgetEnded(Instant before, int most);
}
