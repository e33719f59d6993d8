/** Promo codes: actions, a code for each recipient, the cashiers' page, reminders, joining, and what came in. */
@ApplicationModule(
        displayName = "Promo",
        allowedDependencies = {
            "kernel",
            "shell",
            "store",
            "accounts",
            "jobs",
            "files",
            "texts",
            "senders",
            "contacts",
            "links",
            "pipeline"
        })
@NullMarked
package io.vestnik.platform.promo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
