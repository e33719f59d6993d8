package io.vestnik.platform.pipeline.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept; the table of them is in docs/operations/database.md.
 *
 * @param messages messages; from a week up
 * @param texts texts of messages, unless an account has a term of its own; from a day up
 * @param inbound what people wrote, with its text; from a day up
 * @param facts facts about messages; from two days up
 * @param parts receipts of the parts of long messages
 * @param orphans receipts for which there was no message
 * @param archive what becomes of a period of messages or facts whose time is over
 */
@ConfigurationProperties("vestnik.history")
record HistorySettings(
        @DefaultValue("365d") Duration messages,
        @DefaultValue("92d") Duration texts,
        @DefaultValue("365d") Duration inbound,
        @DefaultValue("92d") Duration facts,
        @DefaultValue("30d") Duration parts,
        @DefaultValue("30d") Duration orphans,
        @DefaultValue("files") Archiving archive) {

    /** The networks' ids: a receipt that comes later has no message any more, and the look for it goes back a week. */
    static final Duration UPSTREAM = Duration.ofDays(8);

    private static final Duration SHORTEST = Duration.ofDays(1);

    /** What becomes of what outlived its term. */
    enum Archiving {
        /** A compressed file in the folder {@code archive} of the data. */
        FILES,
        /** Nothing is left. */
        NONE
    }

    HistorySettings {
        atLeast("messages", messages, SHORTEST.multipliedBy(7));
        atLeast("texts", texts, SHORTEST);
        atLeast("inbound", inbound, SHORTEST);
        atLeast("facts", facts, SHORTEST.multipliedBy(2));
        atLeast("parts", parts, SHORTEST.multipliedBy(7));
        atLeast("orphans", orphans, SHORTEST);
    }

    private static void atLeast(String name, Duration given, Duration least) {
        if (given.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "vestnik.history." + name + " is at least " + least.toDays() + " days, not " + given);
        }
    }
}
