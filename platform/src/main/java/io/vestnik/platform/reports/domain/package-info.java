/** When a report comes, what is in it, and how it is brought. */
@NullMarked
package io.vestnik.platform.reports.domain;

import org.jspecify.annotations.NullMarked;
