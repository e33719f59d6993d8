package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done to whole groups: merged, brought back, shown with fields of their own. */
public interface GroupShelf {
    /**
     * Starts to merge groups into one of them or another; the others are deleted, and can be brought back for thirty days. The
     * job's result has {@code joined}.
     *
     * @return none when one of them is not there, or is a segment
     */
    Optional<JobId> merge(Who who, Collection<GroupId> groups, GroupId into);

    /** Groups deleted within the last thirty days, the last deleted first. */
    List<Deleted> deleted(AccountId account);

    /** Brings a group back, with those of its people who are contacts still. */
    Back restore(Who who, GroupId id);

    /** Deletes a deleted group for good; false when there is none. */
    boolean purge(Who who, GroupId id);

    /** The fields that a group shows, where it has a set of its own: names by key, empty where it keeps the account's. */
    Map<String, String> fields(AccountId account, GroupId id);

    /**
     * Gives a group a set of its own; an empty one takes it away.
     *
     * @return false when a name will not do, and nothing was changed
     */
    boolean fields(Who who, GroupId id, Map<String, String> set);

    /**
     * A deleted group.
     *
     * @param group as it would come back
     * @param by the name of who deleted it
     */
    record Deleted(Group group, Instant at, String by) {}

    /** What came of bringing a group back. */
    sealed interface Back {
        /** It is back; its name has a number behind it where another has the old one now. */
        record Restored(Group group) implements Back {}

        /** The account has as many groups as it may. */
        record TooMany() implements Back {}

        record Gone() implements Back {}
    }
}
