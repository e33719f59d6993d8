package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Erases people: everything that an account keeps about them, in every module. */
public interface Erasures {
    /**
     * Starts to erase. What is still queued to them is cancelled, with the money back; what was sent stays as messages to nobody.
     *
     * @param phones digits, 1 to 100
     * @param never whether they are not to be written to again; so it is anyway for those who are on the stop-list. They are
     *     recognised by a digest that tells nothing without the key of this installation
     */
    Erasure begin(Who who, Collection<String> phones, boolean never);

    Optional<Erasure> find(AccountId account, long id);

    /** The newest first. */
    Slice<Erasure> list(AccountId account, @Nullable String cursor, int limit);

    /** Goes on with one whose work broke down or was cancelled; one that is at work goes on as it is. False when it is finished. */
    boolean again(Who who, long id);

    /**
     * The record of an erasure: what was done, not to whom.
     *
     * @param people how many
     * @param stopped whether they are not to be written to again
     * @param rows what was erased, by place; complete when it is finished
     */
    record Erasure(
            long id,
            int people,
            boolean stopped,
            String by,
            Instant askedAt,
            @Nullable JobId job,
            @Nullable Instant finishedAt,
            Map<String, Long> rows) {
        public Erasure {
            rows = Map.copyOf(rows);
        }
    }
}
