package io.vestnik.platform.contacts;

import java.time.Instant;

/**
 * An entry of a stop-list.
 *
 * @param phone digits, 7 to 15
 * @param reason in somebody's own words; may be empty
 * @param by who added it
 */
public record Stop(long id, String phone, StopScope scope, StopSource source, String reason, String by, Instant at) {}
