/** The tables of actions and codes. */
@NullMarked
package io.vestnik.platform.promo.persistence;

import org.jspecify.annotations.NullMarked;
