package io.vestnik.platform.promo;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where codes are checked and redeemed. Whoever asks is a cashier of the account; a code of another account is one that is not there. */
public interface Till {
    /** The largest sum of a purchase. */
    Money MOST = new Money(10_000_000_0000L);

    /** The longest reason of a return, in UTF-16 units. */
    int LONGEST_REASON = 200;

    /** Whether a return may have this reason: it says something, is not too long, and can be kept (no U+0000, no halves of characters). */
    static boolean isReason(String text) {
        String reason = text.strip();
        return !reason.isEmpty()
                && reason.length() <= LONGEST_REASON
                && reason.codePoints()
                        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /**
     * Looks at a code; changes nothing.
     *
     * @param address where the request comes from, for the limit against guessing
     */
    Answer check(Who cashier, String address, String code);

    /** Redeems a code, once: of several who ask in the same moment one is told {@link Answer.Redeemed}. */
    Answer redeem(Who cashier, String address, String code, Money amount);

    /** Takes a redemption back within 24 hours; the code is good again. The reason must be one by {@link #isReason}. */
    Answer giveBack(Who cashier, String address, String code, String reason);

    /** What the cashier is told. */
    sealed interface Answer {
        /** It may be redeemed now. */
        record Good(Coupon coupon) implements Answer {}

        /** It is redeemed by this very request. */
        record Redeemed(Coupon coupon, Money amount) implements Answer {}

        /** Its redemption is taken back by this very request. */
        record Returned(Coupon coupon) implements Answer {}

        /** It cannot be done now. */
        record Refused(Why why, Coupon coupon) implements Answer {}

        /** No such code: mistyped, of somebody else, never given out, or void. */
        record Unknown() implements Answer {}

        /** Too many codes that are not there: the cashier or the address has to wait so long. */
        record Pause(long seconds) implements Answer {}
    }

    /** Why a code that is there cannot be redeemed, or its redemption taken back. */
    enum Why {
        USED,
        EXPIRED,
        NOT_YET,
        /** It is not redeemed, so there is nothing to take back. */
        NOT_REDEEMED,
        /** It was redeemed more than a day ago. */
        TOO_LATE
    }

    /**
     * A code of the account.
     *
     * @param redeemed how it was redeemed; none while it is good
     */
    record Coupon(
            ActionId action,
            String name,
            String code,
            String instruction,
            Instant from,
            Instant until,
            @Nullable Redemption redeemed) {}

    /** That a code was redeemed. */
    record Redemption(String cashier, Money amount, Instant at) {}
}
