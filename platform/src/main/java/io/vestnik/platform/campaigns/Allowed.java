package io.vestnik.platform.campaigns;

import io.vestnik.platform.pipeline.Hours;
import org.jspecify.annotations.Nullable;

/**
 * Within which hours messages may leave, and by whose clock; what does not leave within them goes when they open again.
 *
 * @param hours none while a draft does not say yet
 */
public record Allowed(@Nullable Hours hours, Whose clock) {}
