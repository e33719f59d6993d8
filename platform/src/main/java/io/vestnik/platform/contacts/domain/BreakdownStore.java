package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Counts contacts by what they have in common: one statement each. */
public interface BreakdownStore {
    List<Breakdown.Part> count(AccountId account, ContactFilter filter, Breakdown.By by);

    /** By the values of an account's own field. */
    List<Breakdown.Part> countOwn(AccountId account, ContactFilter filter, String key);
}
