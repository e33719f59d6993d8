package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;

/**
 * A request for a sender name was answered.
 *
 * @param state {@code approved} or {@code refused}
 * @param answer the reason in words; may be empty
 */
public record SenderAnswered(AccountId account, String name, String state, String answer) {}
