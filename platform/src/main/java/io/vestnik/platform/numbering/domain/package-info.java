/** Rules of numbering: the table in memory, the register's rows, loads of plans. */
@NullMarked
package io.vestnik.platform.numbering.domain;

import org.jspecify.annotations.NullMarked;
