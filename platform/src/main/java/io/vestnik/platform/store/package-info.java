/** The data source, migrations, batches, leases and outbound HTTP. No business rule. */
@ApplicationModule(
        displayName = "Store",
        allowedDependencies = {"kernel"})
@NullMarked
package io.vestnik.platform.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
