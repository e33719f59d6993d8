package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.MessageView;
import java.util.List;
import java.util.Set;

/** Looks for messages of some accounts: each question answers with ids below a bound, the highest first. */
public interface FindingStore {
    /** Whether there is such a message among these accounts' own. */
    List<Long> byId(Set<AccountId> accounts, long id, Bounds bounds);

    /** The messages of a campaign. */
    List<Long> byCampaign(Set<AccountId> accounts, long campaign, Bounds bounds);

    /** The messages that a network knows by one of these ids. */
    List<Long> byUpstream(Set<AccountId> accounts, List<String> upstreamIds, Bounds bounds);

    /** The messages to a phone. */
    List<Long> byPhone(Set<AccountId> accounts, String digits, Bounds bounds);

    /** The messages that bear the client's own id. */
    List<Long> byReference(Set<AccountId> accounts, String reference, Bounds bounds);

    /** These messages, the highest id first. */
    List<MessageView> views(Set<AccountId> accounts, List<Long> ids);

    /**
     * Where to look.
     *
     * @param from the lowest id
     * @param below every id is lower than this
     * @param limit at most so many
     */
    record Bounds(long from, long below, int limit) {}
}
