/** The door for programs that were written for SMSC: its scripts, parameters and forms of answers. */
@ApplicationModule(
        displayName = "SMSC",
        allowedDependencies = {
            "kernel",
            "shell",
            "store",
            "accounts",
            "numbering",
            "senders",
            "tariffs",
            "billing",
            "contacts",
            "links",
            "pipeline",
            "campaigns",
            "plans",
            "webhooks",
            "statistics"
        })
@NullMarked
package io.vestnik.platform.smsc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
