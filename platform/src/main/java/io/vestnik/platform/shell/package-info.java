/** The page frame: layout, menu, parts of pages written once, formats, errors, and the security of the web. */
@NullMarked
@ApplicationModule(
        displayName = "Page frame",
        allowedDependencies = {"kernel"})
package io.vestnik.platform.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
