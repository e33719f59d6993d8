package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;

/**
 * A request for a sender name was answered: one that keeps the rule is approved at once, others are not kept and not told of.
 *
 * @param state {@code approved}
 * @param answer words beside it; may be empty
 */
public record SenderAnswered(AccountId account, String name, String state, String answer) {}
