package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import java.time.ZoneId;

/** By whose clock accounts live. */
public interface AccountZones {
    /** From now on its dates are shown in this zone, and its hours are hours there; what was confirmed goes when it was meant to. */
    void move(AccountId account, ZoneId zone);
}
