package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where an account keeps what its programs let people know of their events. */
@Service
public class EventNoticeDesk {
    /** Notices of one account. */
    static final int MOST = 100;

    private final EventNoticeStore store;
    private final Contacts contacts;
    private final Transactions transactions;
    private final Audit audit;

    EventNoticeDesk(EventNoticeStore store, Contacts contacts, Transactions transactions, Audit audit) {
        this.store = store;
        this.contacts = contacts;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What came of keeping one. */
    public enum Answer {
        DONE,
        /** The account has {@link #MOST}. */
        TOO_MANY,
        /** The group is not there. */
        NO_GROUP,
        /** Somebody has changed or deleted it meanwhile. */
        STALE
    }

    /** By name. */
    public List<EventNotice> list(AccountId account) {
        return store.list(account);
    }

    public Optional<EventNotice> find(AccountId account, long id) {
        return store.find(account, id);
    }

    /** Keeps a new one, or a change of one that has an id. */
    public Answer keep(Who who, EventNotice notice) {
        return transactions.call(() -> {
            if (contacts.group(who.account(), notice.group()).isEmpty()) {
                return Answer.NO_GROUP;
            }
            if (notice.id() != 0 && !store.change(who.account(), notice)) {
                return Answer.STALE;
            }
            Optional<Long> id = notice.id() == 0 ? store.add(who.account(), notice, MOST) : Optional.of(notice.id());
            id.ifPresent(it -> audit.record(
                    who,
                    "event-notice.kept",
                    "event notice " + it,
                    Map.of("name", notice.name(), "group", notice.group().toString())));
            return id.isPresent() ? Answer.DONE : Answer.TOO_MANY;
        });
    }

    /** False where it is not there. */
    public boolean remove(Who who, long id) {
        return transactions.call(() -> {
            boolean removed = store.remove(who.account(), id);
            if (removed) {
                audit.record(who, "event-notice.removed", "event notice " + id, Map.of());
            }
            return removed;
        });
    }
}
