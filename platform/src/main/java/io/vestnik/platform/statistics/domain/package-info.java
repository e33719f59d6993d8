/** What is counted, how, and how it is asked. */
@NullMarked
package io.vestnik.platform.statistics.domain;

import org.jspecify.annotations.NullMarked;
