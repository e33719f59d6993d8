/** Short links and clicks. */
@NullMarked
package io.vestnik.platform.links;

import org.jspecify.annotations.NullMarked;
