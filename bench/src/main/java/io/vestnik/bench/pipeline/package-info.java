/** How fast messages go through the running server, row by row, and what each of them costs. */
@NullMarked
package io.vestnik.bench.pipeline;

import org.jspecify.annotations.NullMarked;
