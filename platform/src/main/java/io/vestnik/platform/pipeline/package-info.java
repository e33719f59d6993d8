/** The path of a message: accept, price, hold, queue, send, track, settle. */
@ApplicationModule(
        displayName = "Pipeline",
        allowedDependencies = {
            "kernel",
            "shell",
            "store",
            "accounts",
            "files",
            "channels",
            "numbering",
            "texts",
            "senders",
            "tariffs",
            "billing",
            "contacts",
            "links",
            "routes"
        })
@NullMarked
package io.vestnik.platform.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
