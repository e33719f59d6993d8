package io.vestnik.platform.tariffs;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a part costs each level of the tree; from memory, at most a second old. */
public interface Tariffs {
    /**
     * The price of one part to a network, for the account and for everyone above it who pays; none when a level has no
     * price for the direction.
     *
     * @param mccMnc the network code, such as {@code 25001}; a line for the country serves where there is none for it
     */
    Optional<Quote> quote(AccountId account, String mccMnc, TrafficType type);

    /** What a part costs the account, by direction; empty where it pays by no tariff. */
    List<Zone> zones(AccountId account);

    /**
     * A direction that has prices of its own.
     *
     * @param code a network such as {@code 25001}, a country by its mobile code such as {@code 250}, or {@code *} for all others
     * @param label the direction in the seller's words; may be empty
     * @param prices of one part, by the type of message; types that are not sold there are left out
     */
    record Zone(String code, String label, Map<TrafficType, Money> prices) {
        public Zone {
            prices = Map.copyOf(prices);
        }
    }

    /**
     * The prices of one part, the account's own first, then each payer above it.
     *
     * @param levels at least one; each pays the next one's account
     */
    record Quote(List<Level> levels) {
        public Quote {
            levels = List.copyOf(levels);
        }

        public Level own() {
            return levels.getFirst();
        }
    }

    /**
     * What one account pays for a part.
     *
     * @param payer whose balance it comes from
     * @param payee whose revenue it is
     * @param line the price line's version, kept on the message
     */
    record Level(AccountId payer, AccountId payee, Money perPart, Charge charge, long line) {}

    /** When the price is taken. */
    enum Charge {
        /** At the network's answer. */
        ON_SENT,
        /** At the receipt that says delivered; otherwise the hold is released. */
        ON_DELIVERED
    }
}
