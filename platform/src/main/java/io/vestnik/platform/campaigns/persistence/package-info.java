/** The tables of campaigns. */
@NullMarked
package io.vestnik.platform.campaigns.persistence;

import org.jspecify.annotations.NullMarked;
