package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list; a part that is not given does not narrow.
 *
 * @param recipientPrefix digits the recipient's number starts with
 * @param conditions on {@code text}, {@code parts}, {@code price}, {@code error}, {@code sender}, {@code network}, {@code region},
 *     {@code way} by its number, {@code created}, {@code sent}, {@code final};
 *     {@code weekdays} such as {@code Europe/Moscow 1 2}: accepted on these by the clock of the zone, Monday being 1
 * @param reference exactly what the client's program gave
 * @param since those accepted in this second or later
 * @param before those accepted before this second
 * @param recipients exactly to these, as digits, at most 1,000; to anybody where none is named
 */
public record MessageFilter(
        @Nullable CampaignId campaign,
        @Nullable MessageState state,
        @Nullable String recipientPrefix,
        List<Condition> conditions,
        @Nullable String reference,
        @Nullable Instant since,
        @Nullable Instant before,
        List<String> recipients) {
    /** The most recipients that are named. */
    public static final int MOST_RECIPIENTS = 1_000;

    /** Everything of the account. */
    public static final MessageFilter ALL = new MessageFilter(null, null, null);

    public MessageFilter {
        conditions = List.copyOf(conditions);
        recipients = List.copyOf(recipients);
        if (recipients.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("Too many recipients: " + recipients.size());
        }
    }

    /** To anybody. */
    public MessageFilter(
            @Nullable CampaignId campaign,
            @Nullable MessageState state,
            @Nullable String recipientPrefix,
            List<Condition> conditions,
            @Nullable String reference,
            @Nullable Instant since,
            @Nullable Instant before) {
        this(campaign, state, recipientPrefix, conditions, reference, since, before, List.of());
    }

    /** At any time, whatever its reference. */
    public MessageFilter(
            @Nullable CampaignId campaign,
            @Nullable MessageState state,
            @Nullable String recipientPrefix,
            List<Condition> conditions) {
        this(campaign, state, recipientPrefix, conditions, null, null, null);
    }

    /** Without conditions. */
    public MessageFilter(
            @Nullable CampaignId campaign, @Nullable MessageState state, @Nullable String recipientPrefix) {
        this(campaign, state, recipientPrefix, List.of());
    }
}
