/** Ways out: what a connector of a route promises. */
@ApplicationModule(
        displayName = "Channels",
        allowedDependencies = {"kernel", "store"})
@NullMarked
package io.vestnik.platform.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
