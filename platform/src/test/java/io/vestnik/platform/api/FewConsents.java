package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;

/** Consents in memory. */
final class FewConsents implements Consents {
    private final List<Noted> kept = new ArrayList<>();

    @Override
    public int note(Who who, List<Consent> consents) {
        consents.forEach(it -> kept.addFirst(new Noted(it, who.name(), FakeDoors.NOW)));
        return consents.size();
    }

    @Override
    public List<Noted> history(AccountId account, String phone) {
        return kept.stream().filter(it -> it.consent().phone().equals(phone)).toList();
    }
}
