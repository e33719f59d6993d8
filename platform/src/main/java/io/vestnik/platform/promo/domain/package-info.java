/** Rules of actions and of their codes: making, handing out, redeeming, reminding. */
@NullMarked
package io.vestnik.platform.promo.domain;

import org.jspecify.annotations.NullMarked;
