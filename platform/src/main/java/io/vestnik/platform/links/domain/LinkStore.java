package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where blocks of numbers lie, and which message each number belongs to. */
public interface LinkStore {
    /** Takes numbers, counted in whole pages; the first of them. */
    long take(AccountId account, long span);

    /** The number that is given next. */
    long end();

    void add(AccountId account, List<Block> blocks, Instant at);

    /** The links of a campaign, in the order of their places. */
    List<Block> of(AccountId account, CampaignId campaign);

    /** The block that this number could be of: the last that begins no later. */
    Optional<Block> around(long number);

    /** Remembers whose the next ordinals of the campaign are; the first of them. */
    long give(AccountId account, CampaignId campaign, List<MessageId> messages, Instant expiresAt);

    /** The message behind a number of a block. */
    Optional<MessageId> messageOf(AccountId account, CampaignId campaign, long ordinal);

    /**
     * The newest page that single messages of the account share. Until the transaction is over nobody else gives numbers of it or opens
     * another one.
     */
    Optional<Block> sharedAndHold(AccountId account);

    /** How many numbers of a block were given. */
    long given(AccountId account, CampaignId campaign);

    /** Remembers where numbers of a shared page lead, from this place of it on. */
    void addSingles(AccountId account, Block page, long first, List<MessageId> messages, List<Target> targets);

    /** Where a number of a shared page leads; none where that is forgotten. */
    Optional<Target> single(AccountId account, long block, long ordinal);

    /** Forgets some of where numbers of shared pages led before this. */
    int forgetExpiredSingles(Instant before, int most);

    /** Forgets whose the numbers of these messages were, and where those of shared pages lead; waits for clicks on them that are being written. */
    int disown(AccountId account, Collection<MessageId> messages);

    /** Forgets whose some of the links were that led nowhere before this. */
    int forgetExpired(Instant before, int most);
}
