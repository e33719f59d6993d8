/** The short path of links, the pages behind it, and the settings. */
@NullMarked
package io.vestnik.platform.links.web;

import org.jspecify.annotations.NullMarked;
