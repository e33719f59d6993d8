/** Tables in files, streamed in and out. */
@NullMarked
package io.vestnik.tabular;

import org.jspecify.annotations.NullMarked;
