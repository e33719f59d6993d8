package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What goes to one network.
 *
 * @param reserve the name that goes there in place of the main one, which its operator does not let through; none where that goes
 */
public record OperatorLine(
        String mccMnc,
        String operator,
        long recipients,
        long parts,
        Money cost,
        @Nullable String reserve) {
    /** Under the main name. */
    public OperatorLine(String mccMnc, String operator, long recipients, long parts, Money cost) {
        this(mccMnc, operator, recipients, parts, cost, null);
    }
}
