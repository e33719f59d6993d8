package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.TrafficType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an account sends where nothing else is said of a message.
 *
 * @param allowed when messages of programs may leave; none for any time
 * @param homeOnly whether nothing goes to numbers of other countries than the account's own, whatever it is
 * @param sender the name where none is given; none where one must be
 * @param validity for how long a message may wait; 1 hour to 3 days
 * @param shortLinks whether addresses in the texts of campaigns become short ones
 * @param test whether everything happens but the sending: no network is asked, nothing is charged, and each message ends undelivered
 *     with {@link #VIRTUAL}
 * @param quiet whether new campaigns keep to the quiet hours of recipients' countries
 * @param notOnHolidays whether campaigns begin with not leaving on holidays of the account's country; they may choose otherwise
 */
public record SendingTerms(
        @Nullable Allowed allowed,
        boolean homeOnly,
        @Nullable String sender,
        Duration validity,
        boolean shortLinks,
        boolean test,
        boolean quiet,
        boolean notOnHolidays) {
    /** The error of messages that were sent to nobody because their account tries its programs out. */
    public static final String VIRTUAL = "virtual";

    /** Of an account that has settled nothing. */
    public static final SendingTerms USUAL = new SendingTerms(null, false, null, Duration.ofDays(1), false);

    /** Sending in earnest. */
    public SendingTerms(
            @Nullable Allowed allowed,
            boolean homeOnly,
            @Nullable String sender,
            Duration validity,
            boolean shortLinks) {
        this(allowed, homeOnly, sender, validity, shortLinks, false);
    }

    /** Whose campaigns let nobody sleep, and leave on any day. */
    public SendingTerms(
            @Nullable Allowed allowed,
            boolean homeOnly,
            @Nullable String sender,
            Duration validity,
            boolean shortLinks,
            boolean test) {
        this(allowed, homeOnly, sender, validity, shortLinks, test, false, false);
    }

    /** The same, with campaigns that let recipients sleep or not. */
    public SendingTerms keepingQuiet(boolean on) {
        return new SendingTerms(allowed, homeOnly, sender, validity, shortLinks, test, on, notOnHolidays);
    }

    /** The same, with campaigns that begin with not leaving on holidays or not. */
    public SendingTerms leavingOutHolidays(boolean on) {
        return new SendingTerms(allowed, homeOnly, sender, validity, shortLinks, test, quiet, on);
    }

    /**
     * When messages of programs may leave. Campaigns begin with these hours and may choose others; codes always pass.
     *
     * @param hours on the wall clock of the account
     * @param transactional whether they hold for transactional messages too
     */
    public record Allowed(Hours hours, Outside outside, boolean transactional) {
        /** Whether messages of this type keep to them. */
        public boolean holds(TrafficType type) {
            return switch (type) {
                case CODE -> false;
                case TRANSACTIONAL -> transactional;
                case SERVICE, ADVERTISING -> true;
            };
        }
    }

    /** What becomes of a message that a program offers at another time. */
    public enum Outside {
        /** It is taken and leaves when the hours open; refused when its lifetime is over by then. */
        WAIT,
        REFUSE
    }

    /** The hours of campaigns that choose none themselves. */
    public @Nullable Hours hours() {
        return allowed == null ? null : allowed.hours();
    }

    /** The same, in earnest or not. */
    public SendingTerms testing(boolean on) {
        return new SendingTerms(allowed, homeOnly, sender, validity, shortLinks, on, quiet, notOnHolidays);
    }

    /** As accounts below have them: a name belongs to who asked for it, and each tries its own programs out. */
    public SendingTerms handedDown() {
        return new SendingTerms(allowed, homeOnly, null, validity, shortLinks, false, quiet, notOnHolidays);
    }
}
