/** The API for programs, version 1. */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "kernel",
            "shell",
            "store",
            "accounts",
            "jobs",
            "files",
            "senders",
            "texts",
            "tariffs",
            "billing",
            "contacts",
            "links",
            "pipeline",
            "promo",
            "campaigns",
            "plans",
            "statistics",
            "reports",
            "webhooks"
        })
@NullMarked
package io.vestnik.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
