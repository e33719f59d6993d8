package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;

/** What a contact says of where its phone belongs. */
public record Label(Place place, String phone, Origin origin) {

    /** Where a contact stands among those of all accounts. */
    public record Place(AccountId account, ContactId contact) {}
}
