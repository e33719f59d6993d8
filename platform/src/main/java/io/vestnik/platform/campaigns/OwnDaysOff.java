package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.Set;

/** The days off that accounts add to the holidays of their country. Implemented above, by whoever keeps them. */
public interface OwnDaysOff {
    /** Those of an account, past and to come. */
    Set<LocalDate> added(AccountId account);
}
