package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Consents.Noted;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;

/** Where consents are kept. */
public interface ConsentStore {
    /** Adds those that are not there word for word; tells how many. */
    int add(AccountId account, List<Consent> consents, String by, Instant at);

    /** Those of one person, the newest first. */
    List<Noted> history(AccountId account, String phone, int limit);
}
