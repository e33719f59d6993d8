package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;

/** What came of a message that was offered. */
public sealed interface Acceptance {
    /** It is stored, priced, held and queued; the commit is done. */
    record Accepted(MessageId id, int parts, Money price) implements Acceptance {}

    /** It was not taken and nothing of it remains. */
    record Refused(Reason reason) implements Acceptance {}

    /**
     * Those of the messages that were not taken.
     *
     * @param ids under which they were offered
     * @param answers to them, in the same order
     */
    static List<MessageId> refused(List<MessageId> ids, List<Acceptance> answers) {
        return IntStream.range(0, ids.size())
                .filter(place -> answers.get(place) instanceof Refused)
                .mapToObj(ids::get)
                .toList();
    }

    /** Why a message is not taken. */
    enum Reason {
        BAD_RECIPIENT,
        EMPTY_TEXT,
        BAD_CHARACTERS,
        TOO_LONG,
        SENDER_NOT_ALLOWED,
        NO_PRICE,
        NO_ROUTE,
        NO_MONEY,
        ACCOUNT_CLOSED,
        /** The recipient is on a stop-list that holds for the account. */
        STOPPED,
        /** The account sends at home only. */
        FOREIGN_NUMBER,
        /** Its account's hours are closed, and it may not wait for them, or not so long. */
        OUTSIDE_HOURS;

        /** The name in the API, such as {@code no_money}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
