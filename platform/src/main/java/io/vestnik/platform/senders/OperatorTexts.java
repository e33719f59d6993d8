package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts that an account wishes registered with operators, each for a class of messages. Whoever serves the account sees to it and says
 * what came of it. The path does not look at them: what a message is sent as is said with the message.
 */
public interface OperatorTexts {
    /** How many wishes an account may have. */
    int MOST = 1_000;

    int LONGEST_TEXT = 1_000;

    /** Operators and classes by their codes: {@code srv} service, {@code trn} transactional, {@code auth} codes, {@code adv} advertising. */
    List<String> PLACES = List.of(
            "mts_srv",
            "mts_auth",
            "mts_trn",
            "mega_srv",
            "mega_auth",
            "mega_trn",
            "mega_adv",
            "bee_srv",
            "bee_trn",
            "tele2_srv",
            "tele2_trn",
            "motiv_srv",
            "motiv_trn",
            "soc");

    /** The newest first, at most {@link #MOST}. */
    List<Wish> list(AccountId account);

    /** Wishes a text registered in these places; what was refused there is wished anew. */
    Asked ask(Who who, String sender, String text, Set<String> places);

    /** A wish is given up; false when it is not there. */
    boolean withdraw(Who who, long id);

    /**
     * A text in one place.
     *
     * @param place one of {@link #PLACES}
     * @param state its code, such as {@code approved} or {@code refused}
     * @param answer words of whoever answered; may be empty
     */
    record Wish(
            long id,
            AccountId account,
            String sender,
            String text,
            String place,
            String state,
            String answer,
            Instant requestedAt,
            String requestedBy,
            @Nullable Instant answeredAt) {}

    /** What came of wishing. */
    sealed interface Asked {
        /** Those that wait now, by place; not empty. */
        record Kept(List<Wish> wishes) implements Asked {}

        /**
         * Nothing was kept.
         *
         * @param field {@code sender}, {@code text} or {@code places}
         * @param code {@code unknown}, {@code length}, {@code empty}, {@code there} or {@code many}
         */
        record Refused(String field, String code) implements Asked {}
    }
}
