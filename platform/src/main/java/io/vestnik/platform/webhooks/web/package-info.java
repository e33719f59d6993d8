/** The pages of callbacks. */
@NullMarked
package io.vestnik.platform.webhooks.web;

import org.jspecify.annotations.NullMarked;
