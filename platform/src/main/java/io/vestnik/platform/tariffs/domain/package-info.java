/** Rules of prices: which line wins, what every level pays, who may change it. */
@NullMarked
package io.vestnik.platform.tariffs.domain;

import org.jspecify.annotations.NullMarked;
