/** Codes, agents, addresses. */
@NullMarked
package io.vestnik.platform.links.domain;

import org.jspecify.annotations.NullMarked;
