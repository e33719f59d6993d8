/** The rows of tariffs. */
@NullMarked
package io.vestnik.platform.tariffs.persistence;

import org.jspecify.annotations.NullMarked;
