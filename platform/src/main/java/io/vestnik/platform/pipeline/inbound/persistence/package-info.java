/** Inbound messages in tables. */
@NullMarked
package io.vestnik.platform.pipeline.inbound.persistence;

import org.jspecify.annotations.NullMarked;
