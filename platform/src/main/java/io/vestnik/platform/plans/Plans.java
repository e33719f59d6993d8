package io.vestnik.platform.plans;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mailings that come again, as programs make and steer them. */
public interface Plans {
    /** How many of its next runs are told of a plan. */
    int NEXT_RUNS = 10;

    /** Those that were not deleted, by name. */
    List<Outline> list(AccountId account);

    Optional<Outline> find(AccountId account, PlanId id);

    /** Makes one; what it sends is the campaign's draft as it stands now. */
    Saved create(Who who, Terms terms);

    /** Keeps other terms when the version is the one that is stored; what is paused stays so. */
    Saved change(Who who, PlanId id, int version, Terms terms);

    /** Nothing runs until it is resumed; false when it does not run anyway. */
    boolean pause(Who who, PlanId id);

    /** Goes on with the next time to come; false when it is not paused, or over. */
    boolean resume(Who who, PlanId id);

    /** False when it is not there. */
    boolean delete(Who who, PlanId id);

    /** Brings one back that was deleted, paused: nobody is to be surprised by what it sends. False when none was. */
    boolean restore(Who who, PlanId id);

    /** What a rule comes to; nothing is kept. */
    Looked look(AccountId account, When.Rule rule);

    /** What came of looking at a rule. */
    sealed interface Looked {
        /**
         * It can be run.
         *
         * @param rule as it is kept
         * @param runs its next ones, {@link #NEXT_RUNS} at most
         */
        record Ahead(When.Rule rule, List<Instant> runs) implements Looked {
            public Ahead {
                runs = List.copyOf(runs);
            }
        }

        record Refused(Saved.Refused why) implements Looked {}
    }

    /**
     * What is said about a plan.
     *
     * @param name 1 to 80 letters
     * @param campaign whose draft it sends
     * @param lateHours how many hours late a missed run may be made up for, 0 to 24; 0 for not at all
     */
    record Terms(String name, CampaignId campaign, When when, int lateHours) {}

    /** When a plan runs. */
    sealed interface When {
        /**
         * By a calendar.
         *
         * @param text RFC 5545: an RRULE, with or without DTSTART; several that differ only in their times
         * @param onHoliday {@code run}, {@code skip} or {@code move}: what becomes of a run that falls on a holiday
         */
        record Rule(String text, String onHoliday) implements When {}

        /**
         * By a date of each person, once a year each.
         *
         * @param field {@code birthday}, or a date field of the account's own, such as {@code f12}
         * @param offset so many days after it, before it when negative; 180 at most
         * @param time of the clock where the person is
         * @param leapDay {@code february} or {@code march}: when those of 29 February are meant in a year without one
         */
        record Greeting(String field, int offset, LocalTime time, String leapDay) implements When {}
    }

    /**
     * A plan.
     *
     * @param state {@code active}, {@code paused} or {@code over}
     * @param runs its next runs, {@link #NEXT_RUNS} at most; none of a greeting, which goes by people
     * @param message what it sends; none where nothing was taken yet
     */
    record Outline(
            PlanId id,
            int version,
            Terms terms,
            String state,
            @Nullable Instant nextRunAt,
            List<Instant> runs,
            @Nullable Draft message) {
        public Outline {
            runs = List.copyOf(runs);
        }
    }

    /** What came of keeping a plan. */
    sealed interface Saved {
        record Kept(Outline plan) implements Saved {}

        /**
         * It cannot be kept so.
         *
         * @param field of {@link Terms}, of {@link When.Rule} or of {@link When.Greeting}
         * @param code stable, such as {@code never}
         * @param detail what exactly, such as {@code FREQ=SECONDLY}; may be empty
         */
        record Refused(String field, String code, String detail) implements Saved {}

        /** Someone else kept another version meanwhile. */
        record Stale(int current) implements Saved {}

        record NotFound() implements Saved {}
    }
}
