package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;

/** Messages that were offered with a key in the span that began then. */
public record KeyCount(long key, Span span, Instant since, long messages) {

    /** Under which number it is counted what the login of an account's API sends: no key has it. */
    public static long ofLogin(AccountId account) {
        return -account.value();
    }
}
