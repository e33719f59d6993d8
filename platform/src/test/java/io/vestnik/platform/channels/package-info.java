@NullMarked
package io.vestnik.platform.channels;

import org.jspecify.annotations.NullMarked;
