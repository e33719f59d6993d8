/** When plans run, and what becomes of each run. */
@NullMarked
package io.vestnik.platform.plans.domain;

import org.jspecify.annotations.NullMarked;
