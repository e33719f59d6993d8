package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class ConsentBook implements Consents {
    private static final int MOST_SHOWN = 1_000;

    private final ConsentStore store;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ConsentBook(ConsentStore store, Transactions transactions, Audit audit, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public int note(Who who, List<Consent> consents) {
        Instant now = clock.instant();
        if (consents.size() > MOST_AT_ONCE || !consents.stream().allMatch(it -> Consent.possible(it.at(), now))) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, and none of tomorrow");
        }
        return transactions.call(() -> {
            int added = store.add(who.account(), consents, who.name(), now);
            audit.record(who, "contacts.consents-noted", "consents", Map.of("count", added));
            return added;
        });
    }

    @Override
    public List<Noted> history(AccountId account, String phone) {
        return store.history(account, phone, MOST_SHOWN);
    }
}
