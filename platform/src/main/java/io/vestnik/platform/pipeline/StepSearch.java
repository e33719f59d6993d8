package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the messages of an account for those that are as somebody wants them, the newest first. What no index tells is read row by
 * row, so an answer says how far it looked, and the next one goes on from there: none takes long, however many messages there are.
 */
public interface StepSearch {
    /**
     * Looks until there are enough, or for a moment.
     *
     * @param cursor {@link Found#next()} of the answer before; none at the start
     * @param limit 1 to 1,000
     */
    Found look(AccountId account, Wanted wanted, @Nullable String cursor, int limit);

    /**
     * Which messages.
     *
     * @param from the second from which on they were accepted
     * @param until the second before which they were
     * @param filter its number, where it has ten digits or more, is a whole one
     * @param campaigns of these alone; none of all
     */
    record Wanted(
            Instant from,
            Instant until,
            MessageFilter filter,
            @Nullable Set<CampaignId> campaigns) {
        public Wanted {
            campaigns = campaigns == null ? null : Set.copyOf(campaigns);
        }

        /** Of whatever campaign, or none. */
        public Wanted(Instant from, Instant until, MessageFilter filter) {
            this(from, until, filter, null);
        }
    }

    /**
     * What was found.
     *
     * @param next goes on from where it was looked to; none when nothing is left
     * @param looked how many messages were read for it
     * @param lookedTo when the last of them was accepted; all newer ones of those wanted were looked at
     */
    record Found(List<MessageView> messages, @Nullable String next, long looked, Instant lookedTo) {
        public Found {
            messages = List.copyOf(messages);
        }
    }
}
