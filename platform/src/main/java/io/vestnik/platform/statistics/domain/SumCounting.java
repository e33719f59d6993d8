package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.statistics.domain.SumStore.Grain;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts all messages from the stream of facts, in the transaction that moves its cursor. */
@Component
class SumCounting implements FactSubscriber {
    private static final int SHORTEST_NUMBER = 7;

    private final SumStore store;
    private final Numbering numbering;
    private final Accounts accounts;

    SumCounting(SumStore store, Numbering numbering, Accounts accounts) {
        this.store = store;
        this.numbering = numbering;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "statistics";
    }

    /** What recipients did is counted too. */
    @Override
    public boolean wants(MessageFact fact) {
        return true;
    }

    /** Messages of a second change the same counters. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void take(List<MessageFact> facts) {
        long through = store.through();
        Changes changes = changes();
        for (MessageFact fact : facts) {
            if (fact.message().value()
                    >= through) { // lower ones are added up from their rows, what this fact did included
                changes.add(fact, region(fact.recipient()));
            }
        }
        write(changes);
    }

    /** Nothing yet. */
    Changes changes() {
        return new Changes(this::zone);
    }

    /** Joins the transaction of the caller, who holds the cursor. */
    void write(Changes changes) {
        store.add(Grain.HOURLY, changes.hourly());
        store.add(Grain.DAILY, changes.daily());
        store.happened(changes.happened());
        store.failed(changes.failed());
    }

    /** Whose days are those of which account. */
    Map<AccountId, ZoneId> zones() {
        Map<AccountId, ZoneId> zones = new HashMap<>();
        accounts.operator().ifPresent(root -> accounts.tree(root).forEach(it -> zones.put(it, zone(it))));
        return zones;
    }

    private ZoneId zone(AccountId account) {
        return accounts.find(account).map(Account::zone).orElse(ZoneOffset.UTC);
    }

    private String region(String recipient) {
        return recipient.length() < SHORTEST_NUMBER // of a person who was erased since
                ? ""
                : Objects.requireNonNullElse(numbering.of(recipient).region(), "");
    }
}
