/** The SMPP server: programs of clients bind to it, submit messages and get receipts. */
@ApplicationModule(
        displayName = "SMPP server",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "senders", "pipeline"})
@NullMarked
package io.vestnik.platform.smppserver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
