/** Stored files with an owner and a lifetime. */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"kernel", "shell", "store"})
@NullMarked
package io.vestnik.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
