package io.vestnik.platform.links;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.store.PersonalData.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Short links of campaigns, one for each recipient and address. Nothing is stored for a recipient until they follow theirs: a code is a
 * number under a key, and numbers are given a campaign at a time.
 */
public interface Links {
    /** The most addresses of one text that become short; the page of unsubscribing is one of them. */
    int MOST = 10;

    /**
     * Puts marks in place of what becomes a link: each {@code [Отписка]}, and where it is wanted each address of a page. An address
     * that a placeholder touches stays as it is, since it differs from recipient to recipient.
     */
    Marked mark(AccountId account, String text, boolean shorten);

    /**
     * A text with marks.
     *
     * @param targets by the number of their mark
     * @param faults why it may not be sent so
     */
    record Marked(String text, List<Target> targets, List<Fault> faults) {
        public Marked {
            targets = List.copyOf(targets);
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with an address.
     *
     * @param code {@code bad_link}, {@code forbidden_link} or {@code too_many_links}
     * @param detail the address, its domain, or how many there may be
     */
    record Fault(String code, String detail) {}

    /**
     * Gives messages of a campaign their codes, in the caller's transaction; a campaign's calls come one after another.
     *
     * @param targets the same in each call
     * @param recipients how many messages there will be at most in all calls together
     * @param messages in rising order of their ids, at most 100,000
     */
    Issued issue(
            AccountId account, CampaignId campaign, List<Target> targets, long recipients, List<MessageId> messages);

    /** Codes that were given. */
    interface Issued {
        /** The code of a message, by its place in the list, for one of the targets. */
        String code(int target, int message);
    }

    /** What came of a campaign's links, in the order in which they stand in its text. */
    List<Followed> followed(AccountId account, CampaignId campaign);

    /**
     * What came of one link of a campaign.
     *
     * @param people how many recipients followed theirs; of those, and of clicks, robots are no part
     * @param robots how often robots and previews asked
     */
    record Followed(Target target, long people, long clicks, List<ByDevice> devices, long robots, Instant expiresAt) {
        public Followed {
            devices = List.copyOf(devices);
        }
    }

    /** What people did on one class of devices. */
    record ByDevice(Device device, long people, long clicks) {}

    /** What the recipient of a message did with its links, by the time of the first click. */
    List<Visit> visits(AccountId account, MessageId message);

    /**
     * One link of a message that was followed.
     *
     * @param device of the first click
     */
    record Visit(Target target, Instant firstAt, Instant lastAt, int clicks, Device device) {}

    /** Whose link has this code: one of a message of the account, as long as it leads anywhere; empty for any other. */
    Optional<Owned> owned(AccountId account, String code);

    /**
     * A recipient's link.
     *
     * @param visit none while it was not followed
     */
    record Owned(
            Target target,
            MessageId message,
            Instant expiresAt,
            @Nullable Visit visit) {}

    /** What recipients did with the links of these messages, for whoever asks what is known of them. */
    List<Told> tell(AccountId account, Collection<MessageId> messages);

    /**
     * Forgets who followed the links of these messages, and that they were theirs; tells how many rows that were. Clicks that are being
     * written are waited for, and none is taken for theirs later: marks of these messages that are deleted after this stay deleted.
     */
    long forget(AccountId account, Collection<MessageId> messages);
}
