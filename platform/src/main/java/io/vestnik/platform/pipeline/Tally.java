package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a range of stored messages comes to; counts may be negative where they take back what facts will tell once more.
 *
 * @param hourly by hours, without regions
 * @param daily the same messages by days, with regions
 */
public record Tally(
        List<Standing> hourly,
        List<Standing> daily,
        List<Marked> marked,
        List<Happened> happened,
        List<Failed> failed) {
    /** States of messages that were not delivered. */
    public static final Set<MessageState> FAILED =
            Set.of(MessageState.UNDELIVERED, MessageState.EXPIRED, MessageState.REJECTED);

    public Tally {
        hourly = List.copyOf(hourly);
        daily = List.copyOf(daily);
        marked = List.copyOf(marked);
        happened = List.copyOf(happened);
        failed = List.copyOf(failed);
    }

    /**
     * Messages that are alike.
     *
     * @param from the hour in which their ids were given, from its beginning; or the day that it began in, as its midnight at Greenwich
     * @param region of the recipient's number by the numbering plan; empty where it has none, or is not told
     */
    public record Alike(
            AccountId account,
            Instant from,
            @Nullable CampaignId campaign,
            Way way,
            String sender,
            String mccMnc,
            String region) {}

    /**
     * How many of them stand where.
     *
     * @param parts of these messages
     * @param charged what their owner was debited for them
     */
    public record Standing(Alike alike, MessageState state, long messages, long parts, Money charged) {}

    /** With how many of them recipients did something. */
    public record Marked(Alike alike, MessageMark mark, long messages) {}

    /**
     * What happened to messages within an hour.
     *
     * @param mark what recipients did; none for a delivery
     */
    public record Happened(
            AccountId account,
            @Nullable CampaignId campaign,
            Instant hour,
            @Nullable MessageMark mark,
            long messages) {}

    /**
     * Messages that were not delivered, for one reason.
     *
     * @param hour the hour in which their ids were given
     * @param code the network's, or our own word; empty where nobody told
     * @param receipt whether the network had taken them before
     */
    public record Failed(
            AccountId account,
            Instant hour,
            @Nullable CampaignId campaign,
            String mccMnc,
            String code,
            boolean receipt,
            long messages) {}
}
