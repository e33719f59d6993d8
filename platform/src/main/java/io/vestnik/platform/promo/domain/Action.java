package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.ActionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is stored.
 *
 * @param stock how many codes there are, or may be made
 * @param handed how many of them were given
 * @param trouble why its letters wait, such as {@code no_money}; none while they do not
 */
public record Action(
        ActionId id,
        AccountId account,
        int version,
        Terms terms,
        long stock,
        long handed,
        @Nullable String trouble,
        Instant createdAt) {
    public long left() {
        return stock - handed;
    }

    /** Where it stands on a day of its account. */
    public State state(LocalDate today) {
        if (today.isBefore(terms.from())) {
            return State.AHEAD;
        }
        return today.isAfter(terms.to()) ? State.OVER : State.ON;
    }

    /** Where an action stands. */
    public enum State {
        AHEAD,
        ON,
        OVER;

        /** The name in addresses and texts, such as {@code ahead}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
