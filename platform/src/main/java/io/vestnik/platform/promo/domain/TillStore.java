package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Till.Coupon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where redemptions are kept. */
public interface TillStore {
    /** A code that is out or was redeemed, as cashiers see it. */
    Optional<Coupon> find(AccountId account, String code, ZoneId zone);

    /** Who redeems, when and on what sum. */
    record Purchase(String cashier, Money amount, Instant at, LocalDate day) {}

    /** Redeems a code that is good, in one statement: of several at once one gets it, the others nothing. */
    Optional<Redeemed> redeem(AccountId account, String code, Purchase purchase);

    /** The message that brought it; none where a person was erased. */
    record Redeemed(ActionId action, @Nullable MessageId message) {}

    /** Takes the redemption of a code back that is not older; false where there is none. */
    boolean giveBack(AccountId account, String code, Instant since, Back back);

    /** Who takes back, when and why. */
    record Back(String cashier, String reason, Instant at) {}

    /** What came in, by day and cashier. */
    List<Taking> takings(AccountId account, ActionId action);

    /** What one cashier took on one day. */
    record Taking(LocalDate day, String cashier, long redeemed, Money revenue) {}

    /** A page of redemptions, the newest first. */
    Slice<Line> list(AccountId account, ActionId action, @Nullable String after, int limit);

    /** A redemption, taken back or not. */
    record Line(
            long id,
            String code,
            String cashier,
            Money amount,
            Instant at,
            @Nullable Instant returnedAt,
            @Nullable String reason) {}
}
