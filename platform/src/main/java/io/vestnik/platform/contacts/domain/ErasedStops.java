package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Keeps by what people are recognised who are not to be written to though their data is erased. */
@Component
public class ErasedStops {
    private final StopRules rules;
    private final ErasureStore store;

    ErasedStops(StopRules rules, ErasureStore store) {
        this.rules = rules;
        this.store = store;
    }

    /** From the caller's commit on these are recognised, and the erasures that go on about them say so. */
    public void keep(AccountId account, Collection<String> phones) {
        rules.begin(account, true);
        store.stopErased(
                account,
                phones.stream().map(phone -> rules.digest(account, phone)).toList());
        store.stopped(account, phones);
    }
}
