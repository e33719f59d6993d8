/** Telling people: outgoing mail, and the letters that bring them a link. */
@ApplicationModule(
        displayName = "Notices",
        allowedDependencies = {"kernel", "shell", "accounts", "senders", "pipeline", "campaigns", "plans", "webhooks"})
@NullMarked
package io.vestnik.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
