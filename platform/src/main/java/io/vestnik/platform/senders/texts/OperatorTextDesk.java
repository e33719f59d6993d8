package io.vestnik.platform.senders.texts;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.OperatorTexts;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.senders.texts.OperatorTextStore.Asking;
import io.vestnik.platform.senders.texts.OperatorTextStore.Listing;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Where accounts wish texts registered. */
@Service
class OperatorTextDesk implements OperatorTexts {
    private final OperatorTextStore store;
    private final Senders senders;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    OperatorTextDesk(OperatorTextStore store, Senders senders, Transactions transactions, Audit audit, Clock clock) {
        this.store = store;
        this.senders = senders;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Wish> list(AccountId account) {
        return store.list(Set.of(account), new Listing(null, ""), null, MOST).items();
    }

    @Override
    public Asked ask(Who who, String sender, String text, Set<String> places) {
        if (!senders.allowed(who.account(), sender)) {
            return new Asked.Refused("sender", "unknown");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            return new Asked.Refused("text", "length");
        }
        if (places.isEmpty() || !PLACES.containsAll(places)) {
            return new Asked.Refused("places", "empty");
        }
        return transactions.call(() -> {
            Asking asking = new Asking(sender, text, places);
            if (store.countWithAndHold(who.account(), asking) > MOST) {
                return new Asked.Refused("text", "many");
            }
            List<Wish> kept = store.ask(who.account(), asking, who.name(), clock.instant());
            if (kept.isEmpty()) {
                return new Asked.Refused("text", "there");
            }
            audit.record(
                    who,
                    "operator-text.requested",
                    "sender " + sender,
                    Map.of("places", kept.stream().map(Wish::place).toList().toString()));
            return new Asked.Kept(kept);
        });
    }

    @Override
    public boolean withdraw(Who who, long id) {
        return transactions.call(() -> {
            boolean deleted = store.delete(who.account(), id);
            if (deleted) {
                audit.record(who, "operator-text.withdrawn", "operator text " + id, Map.of());
            }
            return deleted;
        });
    }
}
