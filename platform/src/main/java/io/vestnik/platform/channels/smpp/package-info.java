/** Routes over SMPP 3.4: {@link io.vestnik.platform.channels.smpp.SmppRoutes} understands {@code smpp://} addresses. */
@NullMarked
package io.vestnik.platform.channels.smpp;

import org.jspecify.annotations.NullMarked;
