package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands where, as the facts told. */
public interface CounterStore {
    /** Adds these differences. */
    void add(Collection<Difference> differences);

    /** Adds to the course of campaigns over time. */
    void addPace(Collection<Pace> paces);

    /** Adds to what recipients did. */
    void addMarks(Collection<Marked> marks);

    /** How many messages of these campaigns have which mark. */
    Map<CampaignId, Map<MessageMark, Long>> marks(AccountId account, Collection<CampaignId> campaigns);

    /** Messages of a campaign that recipients did something with. */
    record Marked(CampaignId campaign, MessageMark mark, long messages) {}

    /** Of these campaigns, those whose queued messages are all final. */
    Set<CampaignId> settled(Collection<CampaignId> campaigns);

    /**
     * Finishes those of the campaigns that are expanded and have nothing but final messages, under a lock of theirs: the
     * end of an expansion and the last fact may meet, and one of the two must see the other.
     */
    Set<CampaignId> finish(Collection<CampaignId> campaigns, Instant at);

    /**
     * Stops those of the campaigns that run and of whose final messages more are undelivered than they bear.
     *
     * @return those that it stopped
     */
    List<Stopped> stop(Collection<CampaignId> campaigns, String trouble, Instant at);

    /** A campaign that stands since now. */
    record Stopped(AccountId account, CampaignId campaign, String name) {}

    Map<CampaignId, Map<MessageState, Long>> counts(AccountId account, Collection<CampaignId> campaigns);

    List<Count> report(AccountId account, CampaignId campaign);

    /** What of each of these campaigns that is on its way has not gone to a network, as of the last facts that were counted. */
    Map<CampaignId, Unsent> unsent(AccountId account, Collection<CampaignId> campaigns);

    List<Pace> pace(AccountId account, CampaignId campaign);

    /**
     * What has not gone to a network.
     *
     * @param money that is held for it
     */
    record Unsent(long messages, Money money) {
        public static final Unsent NOTHING = new Unsent(0, Money.ZERO);

        public Unsent plus(Unsent other) {
            return new Unsent(messages + other.messages, money.plus(other.money));
        }
    }

    /** What to add to one counter. */
    record Difference(
            CampaignId campaign,
            String mccMnc,
            MessageState state,
            long messages,
            long parts,
            Money price,
            Money charged) {}

    /** What stands in one state on one network. */
    record Count(String mccMnc, MessageState state, long messages, long parts, Money price, Money charged) {}

    /** How many came into a state within the ten seconds from this time on. */
    record Pace(CampaignId campaign, Instant at, MessageState state, long messages) {}

    /** Campaigns as they are shown, with their counts. */
    default List<Campaign> shown(AccountId account, List<StoredCampaign> found) {
        List<CampaignId> ids = found.stream().map(StoredCampaign::id).toList();
        Map<CampaignId, Map<MessageState, Long>> counts = counts(account, ids);
        Map<CampaignId, Map<MessageMark, Long>> marks = marks(account, ids);
        return found.stream()
                .map(campaign -> campaign.shown(
                        counts.getOrDefault(campaign.id(), Map.of()), marks.getOrDefault(campaign.id(), Map.of())))
                .toList();
    }
}
