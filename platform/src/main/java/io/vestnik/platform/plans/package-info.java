/** Mailings that come again: by a calendar, or by a date of each person. */
@ApplicationModule(
        displayName = "Plans",
        allowedDependencies = {
            "kernel",
            "holidays",
            "shell",
            "store",
            "accounts",
            "jobs",
            "files",
            "contacts",
            "campaigns"
        })
@NullMarked
package io.vestnik.platform.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
