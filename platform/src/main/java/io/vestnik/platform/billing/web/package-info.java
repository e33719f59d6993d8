/** Pages of money: balance, movements, top-ups. */
@NullMarked
package io.vestnik.platform.billing.web;

import org.jspecify.annotations.NullMarked;
