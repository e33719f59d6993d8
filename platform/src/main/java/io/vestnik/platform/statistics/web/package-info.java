/** Pages of statistics. */
@NullMarked
package io.vestnik.platform.statistics.web;

import org.jspecify.annotations.NullMarked;
