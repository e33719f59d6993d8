package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of an account, as it asks for them. */
public interface SenderNames {
    /** More names than anybody needs; keeps one account from filling everybody's memory. */
    int MOST_NAMES = 200;

    int LONGEST_COMMENT = 500;
    int MOST_OPERATORS = 50;

    /**
     * Newest first, at most 1,000 at once.
     *
     * @param search a part of the name, without regard to case; empty for all
     */
    Slice<Sender> list(AccountId account, String search, @Nullable String cursor, int limit);

    Optional<Sender> find(AccountId account, long id);

    /** By the whole name. */
    Optional<Sender> find(AccountId account, String name);

    /**
     * Asks for a name. One that keeps the rule is approved at once, unless an account above wants to answer: then it waits. A phone
     * number of 7 digits or more waits for its code first.
     */
    Answer request(Who who, String name, Sender.Terms terms);

    /**
     * Says something else of a name. One that was refused waits for an answer again.
     *
     * @param seen the version that was read; 0 for whatever it is
     */
    Answer change(Who who, long id, int seen, Sender.Terms terms);

    /** Gives a name up, with its papers: nothing can be sent under it any more. False when it is not there. */
    boolean delete(Who who, long id);

    /** What came of asking for a name or of changing it. */
    sealed interface Answer {
        record Kept(Sender sender) implements Answer {}

        /** It was asked for before; nothing changed. */
        record There(Sender sender) implements Answer {}

        /** Somebody was faster. */
        record Stale(Sender now) implements Answer {}

        record Gone() implements Answer {}

        /**
         * It was not kept.
         *
         * @param field {@code name}, {@code comment} or {@code operators}
         * @param code {@code short}, {@code long}, {@code character}, {@code many} or, of an operator, {@code unknown}
         * @param detail such as the character that may not be there; may be empty
         */
        record Refused(String field, String code, String detail) implements Answer {}
    }
}
