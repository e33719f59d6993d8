/** The short path and the pages behind it. */
@NullMarked
package io.vestnik.platform.links.web;

import org.jspecify.annotations.NullMarked;
