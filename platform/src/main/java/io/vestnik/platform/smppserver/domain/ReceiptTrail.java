package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.smpp.MessageState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When programs confirmed their receipts, for a week, and what they have not confirmed yet. */
public interface ReceiptTrail {
    /**
     * The receipts of these ids, in the order of time; those that wait come last.
     *
     * @param systemId of the account
     * @param receipted ids that the program was given
     * @param from before any of them
     */
    List<Given> about(AccountId account, String systemId, List<Long> receipted, Instant from);

    /**
     * A receipt.
     *
     * @param receipted the id that the program was given
     * @param at when the program confirmed it; none: it waits for that
     */
    record Given(
            long receipted, MessageState state, @Nullable Instant at) {}
}
