/** One text to many: compose, preview, confirm, send, report. */
@ApplicationModule(
        displayName = "Campaigns",
        allowedDependencies = {
            "kernel",
            "holidays",
            "shell",
            "store",
            "accounts",
            "jobs",
            "files",
            "numbering",
            "channels",
            "texts",
            "senders",
            "tariffs",
            "billing",
            "contacts",
            "links",
            "routes",
            "pipeline",
            "promo"
        })
@NullMarked
package io.vestnik.platform.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
