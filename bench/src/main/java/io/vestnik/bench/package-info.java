/** Load, demonstration and checks against the running server. */
@NullMarked
package io.vestnik.bench;

import org.jspecify.annotations.NullMarked;
