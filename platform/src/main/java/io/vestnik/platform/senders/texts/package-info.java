/** Texts wished registered with operators: where they are kept, asked for and answered. */
@NullMarked
package io.vestnik.platform.senders.texts;

import org.jspecify.annotations.NullMarked;
