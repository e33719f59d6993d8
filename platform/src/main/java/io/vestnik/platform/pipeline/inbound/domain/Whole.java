package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;

/**
 * A message with all of its parts together.
 *
 * @param from who wrote
 * @param to the number that they wrote to
 */
record Whole(RouteId route, String from, String to, String text, Instant at) {}
