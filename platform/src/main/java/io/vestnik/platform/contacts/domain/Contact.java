package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.Origin;
import java.time.Instant;

/**
 * One contact of an account.
 *
 * @param phone digits, 7 to 15
 * @param version counts its changes; who saves must have seen the last one
 */
public record Contact(
        ContactId id, String phone, Person person, Origin origin, int version, Instant createdAt, Instant updatedAt) {}
