/** Tests of the door for programs that were written for SMSC. */
@NullMarked
package io.vestnik.platform.smsc;

import org.jspecify.annotations.NullMarked;
