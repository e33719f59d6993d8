package io.vestnik.platform.campaigns;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import java.time.Instant;

/**
 * A form kept for the next time, under the draft's name.
 *
 * @param folder where it lies; empty for none
 * @param draft without typed numbers
 */
public record StoredTemplate(long id, int version, String folder, Draft draft, Instant changedAt) {}
