/** The rules of campaigns: what may be previewed, what a preview freezes, how it is confirmed, expanded and counted. */
@NullMarked
package io.vestnik.platform.campaigns.domain;

import org.jspecify.annotations.NullMarked;
