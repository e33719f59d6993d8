/** A backup of the embedded database and of the data folder around it in one file, and the way back. */
@NullMarked
package io.vestnik.platform.store.backup;

import org.jspecify.annotations.NullMarked;
