/** Bytes to parameters and answers to bytes; it knows nothing of what they mean. */
@NullMarked
package io.vestnik.platform.smsc.wire;

import org.jspecify.annotations.NullMarked;
