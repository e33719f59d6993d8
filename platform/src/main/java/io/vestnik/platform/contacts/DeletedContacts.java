package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts that were deleted within the last thirty days. */
public interface DeletedContacts {
    /** How many may be chosen at once. */
    int MOST_AT_ONCE = 10_000;

    /** The last deleted first; at most 1,000 at once. */
    Slice<Deleted> list(AccountId account, Wanted wanted, @Nullable String cursor, int limit);

    /** Brings these back, by their places. */
    Restored restore(Who who, List<Long> places);

    /** Starts to bring back all that match; the job's result has {@code restored} and {@code merged}. */
    JobId restoreAll(Who who, Wanted wanted);

    /** Deletes these for good; tells how many there were. */
    int purge(Who who, List<Long> places);

    /** Starts to delete all that match for good; the job's result has {@code purged}. */
    JobId purgeAll(Who who, Wanted wanted);

    /**
     * Which of them; a part that is not given does not narrow.
     *
     * @param search words or digits; may be empty
     * @param deletion those that were deleted at once under this number
     */
    record Wanted(String search, @Nullable Long deletion) {}

    /**
     * A deleted contact.
     *
     * @param place its own number among the deleted
     * @param by the name of who deleted it
     * @param groups those that it was in
     */
    record Deleted(long place, long deletion, Instant at, String by, Card card, List<GroupId> groups) {
        public Deleted {
            groups = List.copyOf(groups);
        }
    }

    /**
     * What came of bringing contacts back.
     *
     * @param merged how many phones had come back meanwhile: what was empty there was filled, and they are in their old groups too
     */
    record Restored(long restored, long merged) {}
}
