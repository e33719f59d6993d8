package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes.Addressed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where codes are kept. */
public interface CodeStore {
    /**
     * For whom and how long codes are given.
     *
     * @param campaign none where they are of no campaign
     * @param until the moment from which they are good no more
     */
    record Giving(
            AccountId account, ActionId action, @Nullable CampaignId campaign, Instant at, Instant until) {}

    /** Keeps new codes, each given to one message; tells which messages got theirs, the others' codes being somebody's already. */
    Map<MessageId, String> make(Giving giving, List<Addressed> messages, List<String> codes);

    /** Gives each message the next code of the stock; as many must be there. */
    Map<MessageId, String> give(Giving giving, List<Addressed> messages);

    /** Takes back what nobody has seen; tells how many loaded ones went back into the stock, by action. */
    Map<ActionId, Integer> takeBack(AccountId account, Collection<MessageId> messages);

    /** Puts loaded codes into the stock; tells those that were new. */
    List<String> load(AccountId account, ActionId action, List<String> codes);

    /** Which of these messages carry codes of which actions. */
    Map<MessageId, List<ActionId>> actions(Collection<MessageId> messages);

    /** Notes that the next who are due are reminded, at most so many of all actions; tells whom. */
    List<Reminded> remind(Collection<Due> due, Instant now, int most);

    /**
     * Whose codes of an action are good still, but no longer than until {@code before}; who got theirs after {@code issued} needs no
     * reminder yet.
     */
    record Due(ActionId action, Instant issued, Instant before) {}

    /** Somebody who is reminded of their code. */
    record Reminded(AccountId account, ActionId action, String phone, String code) {}

    /** A page of an action's codes that were given, the newest first; with a search, those that match it. */
    Slice<Line> list(AccountId account, ActionId action, Filter filter, @Nullable String after, int limit);

    /**
     * Which codes to list.
     *
     * @param search a code, or digits of a phone; empty for all
     * @param state none for all
     */
    record Filter(String search, @Nullable State state) {}

    /**
     * A code as it stands.
     *
     * @param phone empty where it was not given, or the person was erased
     */
    record Line(
            long number,
            String code,
            State state,
            String phone,
            @Nullable MessageId message,
            @Nullable Instant issuedAt,
            @Nullable Instant until) {}

    /** Where a code stands. Stored by its number, which never changes. */
    enum State {
        FREE(0),
        ISSUED(1),
        REDEEMED(2),
        VOID(3);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** The name in addresses and texts, such as {@code issued}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state stored under this number; an unknown one is refused. */
        public static State ofNumber(int number) {
            for (State state : values()) {
                if (state.number == number) {
                    return state;
                }
            }
            throw new IllegalArgumentException("Not a state of a code: " + number);
        }
    }
}
