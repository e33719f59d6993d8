/** Pages of actions, and of those who redeem codes. */
@NullMarked
package io.vestnik.platform.promo.web;

import org.jspecify.annotations.NullMarked;
