/** Long work: its steps, its ends, and what is left of it. */
@NullMarked
package io.vestnik.platform.jobs;

import org.jspecify.annotations.NullMarked;
