/** Phone numbers as people write them. */
@NullMarked
package io.vestnik.phone;

import org.jspecify.annotations.NullMarked;
