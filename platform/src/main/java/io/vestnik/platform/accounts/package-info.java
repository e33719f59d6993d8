/** The tree of accounts, people and programs that sign in, their rights, and the audit of what they did. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"kernel", "shell", "store"})
@NullMarked
package io.vestnik.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
