/** Plans of numbers in PostgreSQL. */
@NullMarked
package io.vestnik.platform.numbering.persistence;

import org.jspecify.annotations.NullMarked;
