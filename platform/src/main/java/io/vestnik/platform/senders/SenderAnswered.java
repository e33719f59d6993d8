package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;

/**
 * What has become of a sender name: approved at once, or answered by the account above, which may also take its answer back. Within the
 * transaction of it.
 *
 * @param state {@code approved}, {@code refused}, or {@code requested} where an answer was taken back
 * @param answer words beside it; may be empty
 * @param asked whether somebody above was asked; otherwise it was approved while it was asked for
 */
public record SenderAnswered(AccountId account, String name, String state, String answer, boolean asked) {}
