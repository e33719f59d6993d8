package io.vestnik.platform.shell;

import io.vestnik.platform.kernel.AccountId;

/**
 * What modules below the one that knows people may ask of a principal: take it in a controller with
 * {@code @AuthenticationPrincipal Acting acting}.
 */
public interface Acting {
    /** The account on whose data they act. */
    AccountId account();

    /** Whether they hold the right, such as {@code campaigns:start}. */
    boolean may(String right);
}
