/** How long messages and what belongs to them are kept: partitions made ahead, archived and dropped, texts removed, leftovers swept. */
@NullMarked
package io.vestnik.platform.pipeline.history;

import org.jspecify.annotations.NullMarked;
