package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;

/** That people agreed to be written to, or no longer do: a history in which nothing is changed afterwards. */
public interface Consents {
    /** How many are noted at once. */
    int MOST_AT_ONCE = 10_000;

    /** Nobody agreed before. */
    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** Notes them; one that is there word for word is noted once. Tells how many are new. */
    int note(Who who, List<Consent> consents);

    /** What is known of one person, the newest first; at most 1,000. */
    List<Noted> history(AccountId account, String phone);

    /**
     * That somebody agreed, or withdrew.
     *
     * @param phone digits
     * @param channel one of {@link StopScope#CHANNELS}
     * @param given false when it was withdrawn
     * @param at when the person said so; from 1900, and not in the future
     * @param source where, such as the address of a form or of a shop
     * @param wording to what, in the words that the person saw; may be empty
     * @param evidence what proves it, such as an IP address or the number of a paper form; may be empty
     */
    record Consent(
            String phone, String channel, boolean given, Instant at, String source, String wording, String evidence) {
        /** How long the source and the evidence may be. */
        public static final int LONGEST = 500;

        /** How long the wording may be. */
        public static final int LONGEST_WORDING = 4_000;

        public Consent {
            if (!StopScope.CHANNELS.contains(channel)
                    || !fits(source, LONGEST)
                    || !fits(evidence, LONGEST)
                    || !fits(wording, LONGEST_WORDING)) {
                throw new IllegalArgumentException("Not a consent");
            }
        }

        /** Whether somebody may have said so at this moment: from {@link #EARLIEST} to now. */
        public static boolean possible(Instant at, Instant now) {
            return !at.isBefore(EARLIEST) && !at.isAfter(now);
        }

        /** Whether a text can be kept: at most so long, and without the sign that no database keeps. */
        public static boolean fits(String text, int most) {
            return text.length() <= most && text.indexOf('\0') < 0;
        }
    }

    /** A consent with who noted it, and when. */
    record Noted(Consent consent, String by, Instant notedAt) {}
}
