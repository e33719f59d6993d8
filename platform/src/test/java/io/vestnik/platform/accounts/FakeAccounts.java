package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A tree of accounts in memory whose ids no other test has. */
public final class FakeAccounts implements Accounts {
    private static final AtomicLong last = new AtomicLong(900_000_000);

    private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();

    /** Opens an account that pays in roubles. */
    public AccountId open(AccountKind kind, @Nullable AccountId parent) {
        return open(kind, parent, "RUB");
    }

    /** Opens an account that pays in this currency. */
    public AccountId open(AccountKind kind, @Nullable AccountId parent, String currency) {
        AccountId id = new AccountId(last.incrementAndGet());
        accounts.put(id, new Account(id, kind, parent, "Account " + id, currency, ZoneId.of("UTC"), "RU", true));
        return id;
    }

    /** The owner of the account, who may do anything. */
    public static Who owner(AccountId account, String... rights) {
        return new Who(account, null, "test", "Tester", Set.of(rights));
    }

    @Override
    public Account get(AccountId id) {
        return find(id).orElseThrow();
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<AccountId> operator() {
        return accounts.values().stream()
                .filter(account -> account.kind() == AccountKind.OPERATOR)
                .map(Account::id)
                .findFirst();
    }

    @Override
    public List<Account> chain(AccountId id) {
        List<Account> chain = new ArrayList<>();
        for (AccountId at = id; at != null; ) {
            Account account = get(at);
            chain.add(account);
            at = account.parent();
        }
        return chain;
    }

    @Override
    public Slice<Account> below(AccountId parent, @Nullable String after, int limit) {
        List<Account> rows = accounts.values().stream()
                .filter(account -> parent.equals(account.parent()))
                .sorted(Comparator.comparing(Account::name))
                .filter(account -> after == null || account.name().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Slice.of(rows, limit, Account::name);
    }
}
