package io.vestnik.platform.campaigns;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One text to many. */
public interface Campaigns {
    /** Keeps a new draft, or a changed one when {@code version} is the one that is stored. */
    default Saved save(Who who, @Nullable CampaignId id, int version, Draft draft) {
        return save(who, id, version, draft, null);
    }

    /**
     * As above, from a form in a browser: a draft that was begun on this sheet is found by it, and what the same sheet wrote last is
     * never strange to it. What it sent earlier and comes later changes nothing.
     *
     * @param sheet none for a program
     */
    Saved save(Who who, @Nullable CampaignId id, int version, Draft draft, @Nullable Sheet sheet);

    Optional<Campaign> find(AccountId account, CampaignId id);

    /** A page, in the order of the listing. */
    Slice<Campaign> list(AccountId account, Listing listing, @Nullable String cursor, int limit);

    /** Starts to freeze the audience: counts, prices and renders every recipient, in the background. */
    Saved preview(Who who, CampaignId id);

    /** What the frozen audience will cost and who is left out; none before the preview is ready. */
    Optional<Preview> previewed(AccountId account, CampaignId id);

    /**
     * Sends exactly what was previewed: one hold, then the messages in the background. Asking again for the same
     * preview changes nothing and answers the same.
     *
     * @param preview the number of the preview that was shown
     */
    Confirmation confirm(Who who, CampaignId id, int preview);

    /**
     * Puts a previewed campaign aside until there is money for it; false when that is not its preview, or it is not there.
     *
     * @param byItself whether it is confirmed by itself, in the name of who asks and at the prices of that day, once there is enough
     */
    boolean awaitPayment(Who who, CampaignId id, int preview, boolean byItself);

    /** Deletes what was never confirmed; false when it was, or is not there. */
    boolean delete(Who who, CampaignId id);

    /** Stops the sending; false when it is not running. */
    boolean pause(Who who, CampaignId id);

    /** Goes on; false when it is not paused. */
    boolean resume(Who who, CampaignId id);

    /** Lets what is left go at another speed from now on; false when it is not on its way, or that is no speed to go at. */
    boolean speed(Who who, CampaignId id, Spread spread);

    /** Cancels what has not left yet, with the money back; false when it was never started or is over. */
    boolean cancel(Who who, CampaignId id);

    /**
     * Which campaigns to list; a part that is not given does not narrow.
     *
     * @param search letters that the name has, in any case
     * @param conditions on {@code name}, {@code sender}, {@code text}, {@code tags}, {@code recipients}, {@code cost}, {@code created}, {@code sent}
     */
    record Listing(@Nullable CampaignState state, @Nullable String search, List<Condition> conditions, Order order) {
        /** Everything of the account. */
        public static final Listing ALL = new Listing(null, null);

        public Listing {
            conditions = List.copyOf(conditions);
        }

        /** Newest first. */
        public Listing(@Nullable CampaignState state, @Nullable String search, List<Condition> conditions) {
            this(state, search, conditions, Order.NEWEST);
        }

        /** Without conditions. */
        public Listing(@Nullable CampaignState state, @Nullable String search) {
            this(state, search, List.of());
        }
    }

    /** In which order campaigns are listed; those that are equal in it as they were added. */
    record Order(By by, boolean descending) {
        /** What was added last comes first. */
        public static final Order NEWEST = new Order(By.ADDED, true);

        /** What was added first comes first. */
        public static final Order OLDEST = new Order(By.ADDED, false);

        /** What is compared; the time is when the first message leaves or left, or when the draft was begun. */
        public enum By {
            ADDED,
            NAME,
            SENDER,
            RECIPIENTS,
            COST,
            AT
        }
    }

    /**
     * What a person writes; any part may still be missing in a draft.
     *
     * @param trial other texts that are tried beside this one; none where there is one text
     */
    record Draft(
            String name,
            String sender,
            String text,
            Audience audience,
            Timing timing,
            Manner manner,
            @Nullable Trial trial) {
        /** All its texts, the first of them its own. */
        public List<String> texts() {
            return trial == null
                    ? List.of(text)
                    : Stream.concat(Stream.of(text), trial.others().stream()).toList();
        }

        /** At once, as it is written, to everybody of these groups and numbers. */
        public Draft(
                String name, String sender, String text, List<GroupId> groups, List<String> phones, Duration validity) {
            this(name, sender, text, new Audience(groups, phones), new Timing(validity), Manner.PLAIN, null);
        }

        /** The same under another name. */
        public Draft named(String other) {
            return new Draft(other, sender, text, audience, timing, manner, trial);
        }

        /** The same for other people. */
        public Draft to(Audience others) {
            return new Draft(name, sender, text, others, timing, manner, trial);
        }

        /** The same at another time. */
        public Draft at(Timing other) {
            return new Draft(name, sender, text, audience, other, manner, trial);
        }
    }

    /**
     * To whom, each person once.
     *
     * @param groups groups and segments whose people it is for
     * @param phones numbers as typed
     * @param minus groups and segments whose people are left out, even when typed
     */
    record Audience(List<GroupId> groups, List<String> phones, List<GroupId> minus) {
        public Audience {
            groups = List.copyOf(groups);
            phones = List.copyOf(phones);
            minus = List.copyOf(minus);
        }

        /** Everybody of these. */
        public Audience(List<GroupId> groups, List<String> phones) {
            this(groups, phones, List.of());
        }
    }

    /**
     * When.
     *
     * @param validity for how long a message may wait before it is given up, counted from when it is its own turn
     * @param start when the first may leave
     * @param spread how fast they follow one another
     * @param allowed within which hours; none where any time is right
     * @param quiet whether the quiet hours of each recipient's country are kept besides
     * @param stopAbove it stops by itself when more than so many percent of the messages that have left were not delivered: three at least,
     *     of at least a hundred, or of a fifth of a small campaign and ten at least; 0 for never
     * @param cap how often one person may be written to by campaigns; none where that does not matter
     * @param holidays by whose country and clock nothing leaves on holidays; none where it does
     */
    record Timing(
            Duration validity,
            Start start,
            Spread spread,
            @Nullable Allowed allowed,
            boolean quiet,
            int stopAbove,
            @Nullable Cap cap,
            @Nullable Whose holidays) {
        /** Without an eye on what came of it or of others. */
        public Timing(Duration validity, Start start, Spread spread, @Nullable Allowed allowed, boolean quiet) {
            this(validity, start, spread, allowed, quiet, 0, null, null);
        }

        /** As soon as it is confirmed, as fast as it goes. */
        public Timing(Duration validity) {
            this(validity, null);
        }

        /** As soon as it is confirmed within these hours, as fast as it goes. */
        public Timing(Duration validity, @Nullable Allowed allowed) {
            this(validity, new Start.Now(), new Spread.AtOnce(), allowed, false);
        }

        /** The same, begun at another time. */
        public Timing from(Start other) {
            return new Timing(validity, other, spread, allowed, quiet, stopAbove, cap, holidays);
        }

        /** The same, at another speed. */
        public Timing at(Spread other) {
            return new Timing(validity, start, other, allowed, quiet, stopAbove, cap, holidays);
        }

        /** The same, stopping by itself above another share. */
        public Timing stoppingAbove(int percent) {
            return new Timing(validity, start, spread, allowed, quiet, percent, cap, holidays);
        }

        /** The same, for people who were not written to more often. */
        public Timing within(@Nullable Cap other) {
            return new Timing(validity, start, spread, allowed, quiet, stopAbove, other, holidays);
        }

        /** The same, left out on the holidays of these; on none where nobody is named. */
        public Timing notOnHolidays(@Nullable Whose whose) {
            return new Timing(validity, start, spread, allowed, quiet, stopAbove, cap, whose);
        }

        /** Whether all of it may leave as soon as it is confirmed. */
        public boolean plain() {
            return start instanceof Start.Now
                    && spread instanceof Spread.AtOnce
                    && allowed == null
                    && !quiet
                    && holidays == null;
        }

        /** Whether each recipient's own clock counts. */
        public boolean byRecipient() {
            return quiet
                    || holidays == Whose.RECIPIENT
                    || (allowed != null && allowed.clock() == Whose.RECIPIENT)
                    || (start instanceof Start.At at && at.clock() == Whose.RECIPIENT);
        }
    }

    /**
     * How often one person may be written to.
     *
     * @param messages of this and other campaigns of the account together
     * @param days before now; 30 at most
     */
    record Cap(int messages, int days) {}

    /**
     * How.
     *
     * @param shortLinks whether addresses of pages in the text become short ones, one for each recipient
     * @param reserve the sender that it goes out under where the main one may not be used; none where nothing takes its place
     * @param tags labels by which reports are narrowed
     */
    record Manner(boolean shortLinks, @Nullable String reserve, List<String> tags) {
        /** As it is written. */
        public static final Manner PLAIN = new Manner(false, null, List.of());

        public Manner {
            tags = List.copyOf(tags);
        }
    }

    /** What came of keeping a draft or asking for a preview. */
    sealed interface Saved {
        record Kept(CampaignId id, int version) implements Saved {}

        /** Someone else kept another version meanwhile. */
        record Stale(Campaign current) implements Saved {}

        /** It cannot be previewed so. */
        record Refused(List<Fault> faults) implements Saved {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        record NotFound() implements Saved {}
    }

    /**
     * What is wrong with one field.
     *
     * @param field {@code sender}, {@code text}, {@code audience}…
     * @param code stable, such as {@code unknown_placeholder}
     * @param detail what exactly, such as the placeholder's name; may be empty
     */
    record Fault(String field, String code, String detail) {}

    /**
     * A campaign and its counts as of the last facts that were counted.
     *
     * @param marks with how many messages recipients did what
     * @param nextAt when more of its messages are due; none where nothing is waited for
     * @param trouble why it stopped by itself or its preview came to nothing, such as {@code too_many_undelivered}; none where it did not
     */
    record Campaign(
            CampaignId id,
            AccountId account,
            CampaignState state,
            int version,
            int preview,
            Draft draft,
            long recipients,
            Money cost,
            Map<MessageState, Long> counts,
            Map<MessageMark, Long> marks,
            Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant nextAt,
            @Nullable Instant finishedAt,
            @Nullable String trouble) {}

    /**
     * A frozen audience.
     *
     * @param number grows with each preview of the campaign
     * @param sender the name that it goes out under: the reserve where the main one may not be used
     * @param byOperator parts and price by network
     * @param leftOut how many are left out, by reason
     * @param empty how many have nothing in a field that the text asks for, by field
     * @param samples the texts of some real recipients
     * @param tried what each text would come to if all got it; empty where there is one text
     * @param faults what must be put right before it can be confirmed, such as too few promo codes
     * @param test whether the account was in test mode: nobody is sent to, and it costs nothing
     */
    record Preview(
            int number,
            String sender,
            long recipients,
            long parts,
            Money cost,
            Money available,
            List<OperatorLine> byOperator,
            Map<String, Long> leftOut,
            Map<String, Long> empty,
            List<Sample> samples,
            List<Tried> tried,
            List<Fault> faults,
            boolean test) {}

    /**
     * What one recipient will read.
     *
     * @param note why this one is shown: {@code longest}, {@code shortest}, {@code empty_field}; empty for an ordinary one
     */
    record Sample(String phone, String text, int parts, Money price, String note) {}

    /** What came of confirming. */
    sealed interface Confirmation {
        /** It is paid and goes, now or since an earlier confirming of the same preview. */
        record Started(CampaignId id, Instant at) implements Confirmation {}

        /** Where the account itself has enough, it is who serves it that lacks the money. */
        record NoMoney(Money needed, Money available) implements Confirmation {}

        /** It is larger than the account lets one person send: since then it waits for a second one. */
        record AwaitsApproval(Instant since) implements Confirmation {}

        /** It cannot be sent as it stands now. */
        record Refused(List<Fault> faults) implements Confirmation {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** The preview that was shown is not the current one. */
        record Outdated(int current) implements Confirmation {}

        record NotFound() implements Confirmation {}
    }
}
