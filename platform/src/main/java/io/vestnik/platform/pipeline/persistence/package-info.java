/** The path's tables: one statement a batch. */
@NullMarked
package io.vestnik.platform.pipeline.persistence;

import org.jspecify.annotations.NullMarked;
