/** Stored files: kept, handed out, forgotten. */
@NullMarked
package io.vestnik.platform.files;

import org.jspecify.annotations.NullMarked;
