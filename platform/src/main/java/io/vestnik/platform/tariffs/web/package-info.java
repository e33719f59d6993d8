/** Pages of tariffs and of the price list. */
@NullMarked
package io.vestnik.platform.tariffs.web;

import org.jspecify.annotations.NullMarked;
