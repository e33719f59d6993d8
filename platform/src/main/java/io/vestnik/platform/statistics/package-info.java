/** Counts of messages, kept as facts arrive: by time, mailing, sender, operator, region and way; what people read out of them. */
@ApplicationModule(
        displayName = "Statistics",
        allowedDependencies = {"kernel", "shell", "store", "accounts", "files", "numbering", "pipeline", "campaigns"})
@NullMarked
package io.vestnik.platform.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
