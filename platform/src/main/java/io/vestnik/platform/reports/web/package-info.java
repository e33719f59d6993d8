/** The page of reports that come by mail. */
@NullMarked
package io.vestnik.platform.reports.web;

import org.jspecify.annotations.NullMarked;
