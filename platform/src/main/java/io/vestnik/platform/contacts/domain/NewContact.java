package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.Origin;

/**
 * A contact to be added.
 *
 * @param phone digits, 7 to 15
 */
public record NewContact(String phone, Person person, Origin origin) {}
