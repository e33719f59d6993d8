@NullMarked
package io.vestnik.simulator;

import org.jspecify.annotations.NullMarked;
