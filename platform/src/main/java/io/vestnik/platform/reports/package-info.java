/** Reports that come by mail at their time. */
@ApplicationModule(
        displayName = "Reports",
        allowedDependencies = {
            "kernel",
            "shell",
            "store",
            "accounts",
            "files",
            "pipeline",
            "campaigns",
            "statistics",
            "notices"
        })
@NullMarked
package io.vestnik.platform.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
