/** Pages of numbering. */
@NullMarked
package io.vestnik.platform.numbering.web;

import org.jspecify.annotations.NullMarked;
