/** The names that messages come from. */
@ApplicationModule(
        displayName = "Senders",
        allowedDependencies = {"kernel", "shell", "store", "accounts"})
@NullMarked
package io.vestnik.platform.senders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
