/** How fast reports and counters are beside a long history. */
@NullMarked
package io.vestnik.bench.statistics;

import org.jspecify.annotations.NullMarked;
