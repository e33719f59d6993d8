/** What a message costs whom. */
@ApplicationModule(
        displayName = "Tariffs",
        allowedDependencies = {"kernel", "shell", "store", "accounts"})
@NullMarked
package io.vestnik.platform.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
