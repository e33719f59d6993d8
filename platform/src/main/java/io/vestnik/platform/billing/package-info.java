/** The double-entry ledger: balances, holds, debits, releases, top-ups. */
@ApplicationModule(
        displayName = "Billing",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "files"})
@NullMarked
package io.vestnik.platform.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
