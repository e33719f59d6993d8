/** An operator for those who have no contract yet. */
@NullMarked
package io.vestnik.simulator;

import org.jspecify.annotations.NullMarked;
