/** Values that every module speaks: money, ids, states. No Spring, no SQL. */
@ApplicationModule(displayName = "Kernel")
@NullMarked
package io.vestnik.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
