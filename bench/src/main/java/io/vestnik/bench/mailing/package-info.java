/** How mailings and what comes with them are measured. */
@NullMarked
package io.vestnik.bench.mailing;

import org.jspecify.annotations.NullMarked;
