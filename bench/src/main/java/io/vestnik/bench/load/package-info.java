/** A source of load and what it ends in, with no code of the server or of its simulated operator. */
@NullMarked
package io.vestnik.bench.load;

import org.jspecify.annotations.NullMarked;
