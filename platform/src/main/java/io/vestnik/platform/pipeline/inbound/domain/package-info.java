/** Rules of inbound messages: whose they are, what their words ask for. */
@NullMarked
package io.vestnik.platform.pipeline.inbound.domain;

import org.jspecify.annotations.NullMarked;
