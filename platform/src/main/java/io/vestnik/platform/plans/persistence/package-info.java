/** Plans and runs in PostgreSQL. */
@NullMarked
package io.vestnik.platform.plans.persistence;

import org.jspecify.annotations.NullMarked;
