package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as programs read them: two digits after the point, more where they count, and nothing is {@code 0}. */
final class Amounts {
    private static final int USUAL = 2;

    private Amounts() {}

    static String of(Money money) {
        if (money.isZero()) {
            return "0";
        }
        BigDecimal amount = money.toDecimal().stripTrailingZeros();
        return (amount.scale() < USUAL ? amount.setScale(USUAL, RoundingMode.UNNECESSARY) : amount).toPlainString();
    }
}
