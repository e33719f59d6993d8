/** Long work with progress, that can be cancelled and goes on after a restart from its last committed step. */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"kernel", "shell", "store"})
@NullMarked
package io.vestnik.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
