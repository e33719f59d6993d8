@NullMarked
package io.vestnik.platform.channels.smpp;

import org.jspecify.annotations.NullMarked;
