/** Which route serves which traffic. */
@ApplicationModule(
        displayName = "Routes",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "channels"})
@NullMarked
package io.vestnik.platform.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
