/** Backups that are put back. */
@NullMarked
package io.vestnik.platform.store.backup;

import org.jspecify.annotations.NullMarked;
