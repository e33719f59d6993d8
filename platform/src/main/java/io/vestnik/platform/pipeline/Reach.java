package io.vestnik.platform.pipeline;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;

/**
 * Whose messages somebody may look at: the account's own, or also those of every account below it.
 *
 * @param account the account of whoever asks
 */
public record Reach(AccountId account, Span span) {
    /** How far down the tree of accounts. */
    public enum Span {
        OWN,
        BELOW
    }

    /** As far as this person's rights go. */
    public static Reach of(Who who) {
        return who.may(Timelines.BELOW) ? below(who.account()) : own(who.account());
    }

    /** Only the account itself. */
    public static Reach own(AccountId account) {
        return new Reach(account, Span.OWN);
    }

    /** The account and all that are served by it, however deep. */
    public static Reach below(AccountId account) {
        return new Reach(account, Span.BELOW);
    }
}
