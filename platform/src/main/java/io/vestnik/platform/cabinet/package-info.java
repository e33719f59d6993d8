/** The first page of the cabinet. */
@ApplicationModule(
        displayName = "Cabinet",
        allowedDependencies = {
            "kernel",
            "shell",
            "store",
            "accounts",
            "billing",
            "campaigns",
            "channels",
            "pipeline",
            "routes"
        })
@NullMarked
package io.vestnik.platform.cabinet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
