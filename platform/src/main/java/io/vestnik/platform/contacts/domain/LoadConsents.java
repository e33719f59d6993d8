package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes the consents that a load tells of, beside the people of the same rows; a load without any passes it by. */
@Component
class LoadConsents {
    private final ConsentStore store;
    private final Clock clock;

    LoadConsents(ConsentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes those of some rows in the caller's transaction; what is there word for word is noted once. */
    LoadProgress note(AccountId account, Load load, LoadChunk chunk, LoadProgress progress) {
        Contacts.Agreed agreed = load.agreed();
        if (agreed == null) {
            return progress;
        }
        long added = 0;
        List<Consent> consents = chunk.consents();
        for (int i = 0; i < consents.size(); i += Consents.MOST_AT_ONCE) {
            added += store.add(
                    account,
                    consents.subList(i, Math.min(consents.size(), i + Consents.MOST_AT_ONCE)),
                    agreed.by().name(),
                    clock.instant());
        }
        return progress.noted(added);
    }
}
