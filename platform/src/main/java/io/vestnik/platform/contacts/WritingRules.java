package io.vestnik.platform.contacts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * May this account write to these numbers, by this channel, from this sender, now? The one place that knows; every way out asks.
 * It costs nothing for accounts that stop nobody, and one query a batch for the others.
 */
public interface WritingRules {
    /** The channel of short messages. */
    String SMS = "sms";

    /** Whether anybody may be stopped in this account at all, by itself or by who serves it; from memory, at most a second old. */
    boolean concern(AccountId account);

    /**
     * Who may not be written to; joins the caller's transaction.
     *
     * @param letters at most 20,000
     * @return the reason by the letter's place in the list, from 0; empty when all may be written to
     */
    Map<Integer, Reason> refused(List<Letter> letters);

    /**
     * A message that somebody wants to write.
     *
     * @param phone digits
     */
    record Letter(AccountId account, String channel, String sender, TrafficType type, String phone) {}

    /** Why somebody is not written to; of several the first that holds. */
    enum Reason {
        /** The stop-list of an account above, such as the platform's own. */
        ABOVE,
        /** The account stops everything to them. */
        EVERYTHING,
        /** The account stops this channel to them. */
        CHANNEL,
        /** The account stops this sender name to them. */
        SENDER,
        /** They are in a group that is a stop-list. */
        GROUP,
        /** Their data was erased, and they are not to be written to again. */
        ERASED;

        /** The name in bundles, such as {@code everything}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
