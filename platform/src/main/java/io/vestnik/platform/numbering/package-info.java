/** Country, operator, region and time zone of a number, by a plan that ships and by registers that are loaded. */
@ApplicationModule(
        displayName = "Numbering",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "jobs", "files"})
@NullMarked
package io.vestnik.platform.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
