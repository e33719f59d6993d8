package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The path of a message. */
public interface Pipeline {
    /**
     * Takes single messages, at most 10,000 at once.
     *
     * @return in the order given, after the commit; exceptionally with {@code Batcher.Full} when the store does not keep up
     */
    CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages);

    /** Whether more of an account may come now: for those who write something of their own before they offer messages. */
    boolean isOpen(AccountId account);

    /** Ids for messages of an account that will be offered under them, at most 10,000: one after the other without a gap, each given once. */
    List<MessageId> newIds(AccountId account, int count);

    /**
     * As {@link #accept(List)}, each message under an id of {@link #newIds} in the same order. What is offered again under the
     * same ids is stored once: exceptionally when it is there already, which {@link #accepted} tells.
     */
    CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages, List<MessageId> ids);

    /** Those of an account's messages that were accepted under these ids; what was offered together is there whole or not at all. */
    List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids);

    /**
     * Queues a chunk of a campaign in the caller's transaction.
     *
     * @return the recipients that it did not take, because a stop-list has named them since the preview: their money is still held
     */
    default Set<String> enqueue(CampaignChunk chunk) {
        return enqueue(chunk, newIds(chunk.account(), chunk.items().size()));
    }

    /** As {@link #enqueue(CampaignChunk)}, each message under an id of {@link #newIds} in the same order. */
    Set<String> enqueue(CampaignChunk chunk, List<MessageId> ids);

    /** Notes that the recipient redeemed the code that a message brought, in the caller's transaction; noted once. */
    void redeemed(AccountId account, MessageId message, Instant at);

    /** What recipients did with these messages; those with which they did nothing are left out. */
    Map<MessageId, Set<MessageMark>> marks(AccountId account, Collection<MessageId> messages);

    Optional<MessageView> find(AccountId account, MessageId id);

    /** Those of an account's messages that are there, in no order; at most 1,000 are asked for. */
    List<MessageView> find(AccountId account, Collection<MessageId> ids);

    /**
     * Lists messages, newest first.
     *
     * @param cursor {@link Slice#next()} of the page before; none at the start
     * @param limit 1 to 1,000
     */
    Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit);

    /** Stops the sending of a campaign's messages that are not yet on the wire; effective within a second. */
    void pause(AccountId account, CampaignId campaign);

    /**
     * Goes on with a paused campaign. What is in the queue lives as much longer as it stood: only when all of that is written, in the
     * background, does any of it leave. While it is paused nothing of it comes to the end of its lifetime.
     */
    void resume(AccountId account, CampaignId campaign, Duration stood);

    /** Opens the gates of these waves of a campaign until they close, in the caller's transaction; those not named stay as they are. */
    void open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates);

    /** How many messages of a wave of a campaign are in the queue; counts no further than this. */
    int waiting(AccountId account, CampaignId campaign, int wave, int most);

    /**
     * Lets no more than so many messages an hour leave of what a campaign has queued; effective within a second.
     *
     * @param perHour none for any number
     */
    void speed(AccountId account, CampaignId campaign, @Nullable Integer perHour);

    /** Cancels what has not left yet, with the money back; the rest goes its way. */
    void cancel(AccountId account, CampaignId campaign);
}
