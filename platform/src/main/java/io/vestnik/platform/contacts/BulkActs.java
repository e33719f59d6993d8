package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to many contacts: to chosen ones at once, to all that match as a job. */
public interface BulkActs {
    /** How many contacts may be chosen. */
    int MOST_AT_ONCE = 10_000;

    /** Deletes these contacts; they can be brought back for thirty days. */
    Removed delete(Who who, List<Long> ids);

    /** Starts to delete all that match; the job's result has {@code deletion} and {@code deleted}. */
    JobId deleteAll(Who who, Meant meant);

    /** Moves these contacts; none when a group is not there, or is a segment. */
    Optional<Moved> move(Who who, Way way, List<Long> ids);

    /** Starts to move all that match; the job's result has {@code people}. None when a group is not there, or is a segment. */
    Optional<JobId> moveAll(Who who, Way way, Meant meant);

    /** Takes a move of chosen contacts back; false when there is nothing to take back any more. */
    boolean undo(Who who, long number);

    /** Puts these contacts on the stop-list. */
    Stopped stop(Who who, List<Long> ids, StopScope scope, String reason);

    /** Starts to put all that match on the stop-list; the job's result has {@code added} and {@code known}. */
    JobId stopAll(Who who, Meant meant, StopScope scope, String reason);

    /**
     * From where to where.
     *
     * @param from the group that they leave; none when they stay in all
     * @param to the group that they come into; none when they only leave
     */
    record Way(@Nullable GroupId from, @Nullable GroupId to) {
        public Way {
            if ((from == null && to == null) || (from != null && from.equals(to))) {
                throw new IllegalArgumentException("From a group, or into another");
            }
        }
    }

    /**
     * What was deleted.
     *
     * @param deletion by this number it can be brought back
     * @param ids of those that were there
     */
    record Removed(long deletion, Set<Long> ids) {
        public Removed {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * What was moved.
     *
     * @param people how many changed groups
     * @param undo by this number it can be taken back for an hour
     */
    record Moved(long people, long undo) {}

    /** How many are new on the stop-list, and how many stood there already. */
    record Stopped(long added, long known) {}
}
