package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where the operator enters numbers and lends them. */
@Service
public class NumberDesk {
    private final NumberStore store;
    private final Numbers numbers;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;

    NumberDesk(NumberStore store, Numbers numbers, Accounts accounts, Transactions transactions, Audit audit) {
        this.store = store;
        this.numbers = numbers;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What came of keeping one. */
    public enum Answer {
        DONE,
        /** Somebody else has this word of this number on one of these days. */
        TAKEN,
        NO_SUCH_ACCOUNT,
        /** Somebody has changed it meanwhile. */
        STALE
    }

    /** Those whose number has these digits somewhere, the newest first. */
    public Slice<Lending> list(AccountId operator, String digits, @Nullable String cursor, int limit) {
        if (!isOperator(operator)) {
            return new Slice<>(List.of(), null);
        }
        long below = cursor != null && cursor.matches("[1-9]\\d{0,17}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
        List<Lending> page = store.page(digits, below, limit);
        return new Slice<>(
                page, page.size() < limit ? null : Long.toString(page.getLast().id()));
    }

    public Optional<Lending> find(AccountId operator, long id) {
        return isOperator(operator) ? store.find(id) : Optional.empty();
    }

    /** Numbers are the operator's: others have none to show. */
    private boolean isOperator(AccountId account) {
        return accounts.get(account).kind() == AccountKind.OPERATOR;
    }

    /** Keeps a new one, or a change of one that has an id. */
    public Answer keep(Who who, Lending lending) {
        if (lending.account() != null && accounts.find(lending.account()).isEmpty()) {
            return Answer.NO_SUCH_ACCOUNT;
        }
        Answer answer = transactions.call(() -> {
            store.begin();
            if (store.overlaps(lending)) {
                return Answer.TAKEN;
            }
            if (lending.id() != 0 && !store.change(lending)) {
                return Answer.STALE;
            }
            long id = lending.id() == 0 ? store.add(lending) : lending.id();
            audit.record(who, "inbound.number-kept", "inbound number " + id, told(lending));
            return Answer.DONE;
        });
        numbers.changed();
        return answer;
    }

    /** Takes it back at once; messages that came stay with whom they came to. */
    public boolean remove(Who who, long id) {
        boolean removed = transactions.call(() -> {
            store.begin();
            boolean gone = store.remove(id);
            if (gone) {
                audit.record(who, "inbound.number-removed", "inbound number " + id, Map.of());
            }
            return gone;
        });
        numbers.changed();
        return removed;
    }

    private static Map<String, ?> told(Lending lending) {
        return Map.of(
                "number", lending.number(),
                "keyword", lending.keyword(),
                "route", Objects.toString(lending.route(), ""),
                "account", Objects.toString(lending.account(), ""),
                "begins", lending.begins(),
                "ends", Objects.toString(lending.ends(), ""));
    }
}
