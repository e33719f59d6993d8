package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of one recipient.
 *
 * @param refusal none where the message was taken, or would be
 */
record Outcome(
        Target target, int parts, Money price, @Nullable Refusal refusal) {
    static Outcome refused(Target target, Refusal refusal) {
        return new Outcome(target, 0, Money.ZERO, refusal);
    }

    static Outcome taken(Target target, int parts, Money price) {
        return new Outcome(target, parts, price, null);
    }

    boolean isTaken() {
        return refusal == null;
    }
}
