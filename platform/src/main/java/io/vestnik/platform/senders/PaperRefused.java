package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;

/**
 * A paper about a sender name was refused by the account above: another one is needed. Within the transaction of it.
 *
 * @param name of the sender
 * @param paper the name of its file
 * @param words why
 */
public record PaperRefused(AccountId account, String name, String paper, String words) {}
