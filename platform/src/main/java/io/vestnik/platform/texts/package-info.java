/** Texts with placeholders: reading, checking and rendering them. */
@ApplicationModule(
        displayName = "Texts",
        allowedDependencies = {"kernel", "shell", "store"})
@NullMarked
package io.vestnik.platform.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
