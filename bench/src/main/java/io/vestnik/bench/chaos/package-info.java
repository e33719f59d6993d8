/** Sends through everything while it breaks everything, and then proves from outside that nothing was lost or doubled. */
@NullMarked
package io.vestnik.bench.chaos;

import org.jspecify.annotations.NullMarked;
