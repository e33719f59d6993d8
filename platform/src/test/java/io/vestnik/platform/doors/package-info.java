/** All doors that speak HTTP, against whoever means no good or does not know better: over real connections. */
@NullMarked
package io.vestnik.platform.doors;

import org.jspecify.annotations.NullMarked;
