/** Routes over SMPP 3.4. */
@NullMarked
package io.vestnik.platform.channels.smpp;

import org.jspecify.annotations.NullMarked;
