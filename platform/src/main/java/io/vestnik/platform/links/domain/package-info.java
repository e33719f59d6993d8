/** What links mean and how they are followed. */
@NullMarked
package io.vestnik.platform.links.domain;

import org.jspecify.annotations.NullMarked;
