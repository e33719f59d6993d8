package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sets of people who are alike are found and kept. */
public interface DuplicateStore {
    /** The surname together with the name, as a thing to be alike by. */
    String FULL_NAME = "full_name";

    /** People who are alike, the oldest first. */
    record Alike(long place, List<ContactId> ids) {
        public Alike {
            ids = List.copyOf(ids);
        }
    }

    /**
     * How many were found.
     *
     * @param people those in all sets
     */
    record Found(long sets, long people) {
        /** Those who go when one of each set stays. */
        public long spare() {
            return people - sets;
        }
    }

    /**
     * Finds people who are alike, regardless of case, and keeps the sets under the job.
     *
     * @param by {@code email}, {@link #FULL_NAME}, or the key of a field of the account's own
     * @param group only among its people; among all when null
     */
    Found find(AccountId account, JobId job, String by, @Nullable GroupId group, Instant now);

    /** Sets of a search after a place, in order. */
    List<Alike> sets(AccountId account, JobId job, long after, int limit);

    /** Forgets sets found before; tells how many. */
    int forget(Instant before, int most);
}
