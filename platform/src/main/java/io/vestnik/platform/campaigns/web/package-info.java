/** The pages of campaigns. */
@NullMarked
package io.vestnik.platform.campaigns.web;

import org.jspecify.annotations.NullMarked;
