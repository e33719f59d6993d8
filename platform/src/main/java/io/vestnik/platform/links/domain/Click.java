package io.vestnik.platform.links.domain;

import io.vestnik.platform.links.Device;
import java.time.Instant;

/**
 * Somebody, or something, asked for a link.
 *
 * @param ordinal the place of its number in the block
 */
public record Click(Block block, long ordinal, Device device, Instant at) {}
