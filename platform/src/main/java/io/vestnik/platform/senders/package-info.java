/** The names that messages come from: who may use which, who answers for that, and the papers about them. */
@ApplicationModule(
        displayName = "Senders",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "files"})
@NullMarked
package io.vestnik.platform.senders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
