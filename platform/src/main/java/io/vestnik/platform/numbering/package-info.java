/** Country, operator, region and time zone of a number. */
@ApplicationModule(
        displayName = "Numbering",
        allowedDependencies = {"kernel", "shell", "store"})
@NullMarked
package io.vestnik.platform.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
