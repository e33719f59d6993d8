/** The table of reports that come by mail. */
@NullMarked
package io.vestnik.platform.reports.persistence;

import org.jspecify.annotations.NullMarked;
