/** How long things are kept. */
@NullMarked
package io.vestnik.platform.pipeline.history;

import org.jspecify.annotations.NullMarked;
