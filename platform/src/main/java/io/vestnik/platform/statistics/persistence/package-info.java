/** Counters in the database. */
@NullMarked
package io.vestnik.platform.statistics.persistence;

import org.jspecify.annotations.NullMarked;
