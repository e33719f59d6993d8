/** The first page of the cabinet, and the reports that every module makes. */
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
            "files",
            "pipeline",
            "routes"
        })
@NullMarked
package io.vestnik.platform.cabinet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
