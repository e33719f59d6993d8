package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.promo.Till;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One code, GOOD1234; whoever asks for PAUSE123 has to wait. */
final class OneCode implements Till {
    private @Nullable Money amount;

    @Override
    public Answer check(Who cashier, String address, String code) {
        return switch (code) {
            case "GOOD1234" -> amount == null ? new Answer.Good(coupon()) : new Answer.Refused(Why.USED, coupon());
            case "PAUSE123" -> new Answer.Pause(42);
            default -> new Answer.Unknown();
        };
    }

    @Override
    public Answer redeem(Who cashier, String address, String code, Money sum) {
        Answer answer = check(cashier, address, code);
        if (!(answer instanceof Answer.Good)) {
            return answer;
        }
        amount = sum;
        return new Answer.Redeemed(coupon(), sum);
    }

    @Override
    public Answer giveBack(Who cashier, String address, String code, String reason) {
        amount = null;
        return new Answer.Returned(coupon());
    }

    private static Coupon coupon() {
        return new Coupon(
                OneAction.ID,
                "Осень",
                "GOOD1234",
                "Скидка 20 %",
                Instant.parse("2026-09-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                null);
    }
}
