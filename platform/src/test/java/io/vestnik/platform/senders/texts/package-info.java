/** Tests of texts wished registered with operators. */
@NullMarked
package io.vestnik.platform.senders.texts;

import org.jspecify.annotations.NullMarked;
