/** The rules of the path: accepting, sending, tracking, settling. */
@NullMarked
package io.vestnik.platform.pipeline.domain;

import org.jspecify.annotations.NullMarked;
