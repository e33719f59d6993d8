/** Callbacks: programs of customers are told by signed requests what became of their messages. */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "senders", "billing", "pipeline"})
@NullMarked
package io.vestnik.platform.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
