package io.vestnik.platform.promo;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes in texts of campaigns: one for each recipient and action, given when the message goes into the queue and never before. */
public interface PromoCodes {
    /** The most actions that one text may have codes of. */
    int MOST = 5;

    /**
     * Puts marks in place of each {@code [Промокод: Акция]}; {@code [Промокод]} means the only action that is on. What is
     * not understood stays as it was written.
     */
    Marked mark(AccountId account, String text);

    /**
     * A text with marks.
     *
     * @param actions by the number of their mark
     * @param faults why it may not be sent so
     */
    record Marked(String text, List<ActionId> actions, List<Fault> faults) {
        public Marked {
            actions = List.copyOf(actions);
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong with a code in a text.
     *
     * @param code {@code unknown_promo}, {@code which_promo}, {@code promo_over} or {@code too_many_promos}
     * @param detail the name of the action, or how many there may be
     */
    record Fault(String code, String detail) {}

    /** Those of the actions that have fewer codes left than there are people. */
    List<Shortage> shortages(AccountId account, List<ActionId> actions, long people);

    /** An action with too few codes. */
    record Shortage(String action, long left) {}

    /**
     * Gives messages their codes, in the caller's transaction: what is rolled back was never given.
     *
     * @param campaign none where the message is of no campaign
     * @param messages at most 100,000
     * @return the codes; {@link Issued.TooFew}, and nothing given, where an action has not as many left
     */
    Issued issue(AccountId account, @Nullable CampaignId campaign, List<ActionId> actions, List<Addressed> messages);

    /** A message that gets a code, and the digits of whom it goes to. */
    record Addressed(MessageId message, String phone) {}

    /** What came of giving codes. */
    sealed interface Issued {
        /** By action, then by message, in the orders in which they were asked for. */
        record Given(List<List<String>> codes) implements Issued {
            /** The code of a message, by its place in the list, for one of the actions. */
            public String code(int action, int message) {
                return codes.get(action).get(message);
            }
        }

        /** There are too few. */
        record TooFew() implements Issued {}
    }

    /**
     * Takes back the codes of messages that were never queued, in the caller's transaction: nobody has seen them. Loaded ones wait
     * for somebody else, made ones are void.
     */
    void takeBack(AccountId account, Collection<MessageId> messages);
}
