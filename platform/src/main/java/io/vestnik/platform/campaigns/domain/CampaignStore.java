package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Sheet;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns, by account. Who changes one has locked it before, in the same transaction. */
public interface CampaignStore {
    CampaignId insert(AccountId account, @Nullable UserId author, Draft draft, Instant at);

    /** As above, on this sheet; nothing where one was begun on it before. */
    Optional<CampaignId> begin(AccountId account, @Nullable UserId author, Draft draft, Sheet sheet, Instant at);

    /** The one that was begun on this sheet. */
    Optional<CampaignId> begunOn(AccountId account, Sheet sheet);

    /** Which of the sheet's sendings is kept; nothing where others wrote last. */
    Optional<Integer> lastStep(AccountId account, CampaignId id, Sheet sheet);

    /** What the sheet sends now is what is there: whatever it sent before is overtaken. Nothing where others wrote last. */
    void stepped(AccountId account, CampaignId id, Sheet sheet);

    Optional<StoredCampaign> find(AccountId account, CampaignId id);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<StoredCampaign> lock(AccountId account, CampaignId id);

    Slice<StoredCampaign> list(AccountId account, Listing listing, @Nullable String cursor, int limit);

    /** How many match, and what they cost together. */
    Sum sum(AccountId account, Listing listing);

    /** What several campaigns come to. */
    record Sum(long campaigns, long recipients, Money cost) {}

    /** Those of these that wait for money, who has waited longest first. */
    List<StoredCampaign> unpaid(AccountId account, Collection<CampaignId> ids);

    /** For each of these that waits for money: what it costs together with those that have waited longer. */
    Map<CampaignId, Money> owed(AccountId account, Collection<CampaignId> upTo);

    /** How many the account has in each state. */
    Map<CampaignState, Long> census(AccountId account);

    /**
     * Keeps a changed draft under the next version; it has to be previewed again. Whose words they are is told
     * by {@link #wrote}.
     *
     * @param sheet the form that wrote it; none for a program
     */
    void redraft(AccountId account, CampaignId id, Draft draft, @Nullable Sheet sheet, Instant at);

    /** Counts this person among those whose words they are; none for a program. */
    void wrote(AccountId account, CampaignId id, @Nullable UserId by);

    /** Begins the next preview and keeps nothing of the one before. */
    void beginPreview(AccountId account, CampaignId id, Instant at);

    /** Ends the preview of this number; false when another one was begun or the draft was changed meanwhile. */
    boolean endPreview(AccountId account, CampaignId id, int preview, Tally tally);

    /** Gives up the preview of this number, if it is still the one that is being made. */
    void abandonPreview(AccountId account, CampaignId id, int preview, String trouble);

    void delete(AccountId account, CampaignId id);

    /** It is confirmed: on its way, or waiting for its time. */
    void start(AccountId account, CampaignId id, CampaignState state, StoredCampaign.Expansion expansion);

    /** It is put aside until there is money, and goes by itself then, or not. */
    void await(AccountId account, CampaignId id, boolean byItself);

    /** Whether somebody wanted it to go by itself once there is money, and nobody changed it since. */
    boolean goesWhenPaid(AccountId account, CampaignId id);

    void setState(AccountId account, CampaignId id, CampaignState state, @Nullable String trouble, Instant at);

    /** Another speed than was written. */
    void setTiming(AccountId account, CampaignId id, Timing timing);

    /** From now on it is this job that queues it, and no other. */
    void expandBy(AccountId account, CampaignId id, JobId job);

    /** Whether what is in the queue waits for the next hours. */
    void hold(AccountId account, CampaignId id, boolean held);

    /** When more of it is due; none where nothing is waited for. */
    void due(AccountId account, CampaignId id, @Nullable Instant next);

    /** Whoever was not queued yet has so much longer: the campaign stood still. */
    void prolong(AccountId account, CampaignId id, Duration pause);

    /** It goes by itself no more; a person sends it. */
    void leaveToPeople(AccountId account, CampaignId id);

    /** Moves the checkpoint of the expansion on: so many more were queued. */
    void advance(AccountId account, CampaignId id, String through, int enqueued, Instant at);

    /** Moves the checkpoint on past people who will not be queued. */
    void pass(AccountId account, CampaignId id, String through);

    /** Nobody is left to be queued. */
    void completeExpansion(AccountId account, CampaignId id);
}
