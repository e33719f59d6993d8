package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.AccountZones;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.AccountsBelow.Change;
import io.vestnik.platform.accounts.domain.AccountBook;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tree of accounts, read from memory and written to PostgreSQL. */
@Repository
class JdbcAccounts implements Accounts, AccountBook, AccountZones {

    /** It works while everyone up to the operator does. */
    private static final String COLUMNS = """
            a.id, a.kind, a.parent, a.name, a.currency, a.zone, a.country,
            NOT EXISTS (SELECT FROM accounts.account c WHERE c.id = ANY (a.path) AND NOT c.active) AS active""";

    private static final Comparator<Account> BY_NAME =
            Comparator.comparing((Account it) -> it.name()).thenComparing(Account::id);

    private final JdbcClient jdbc;
    private final Snapshot<Tree> tree;

    JdbcAccounts(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.tree = snapshots.keep(new Snapshot<>("accounts", this::version, this::load));
    }

    /** All accounts by id, and those below each, by name. */
    private record Tree(Map<AccountId, Account> byId, Map<AccountId, List<Account>> below) {}

    @Override
    public Account get(AccountId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No account " + id));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(tree.get().byId().get(id))
                .or(() ->
                        TransactionSynchronizationManager.isActualTransactionActive() ? stored(id) : Optional.empty());
    }

    /** Memory does not know yet what the transaction at hand has opened. */
    private Optional<Account> stored(AccountId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.account a WHERE a.id = :account")
                .param("account", id.value())
                .query((row, number) -> account(row, number))
                .optional();
    }

    @Override
    public Optional<AccountId> operator() {
        return tree.get().byId().values().stream()
                .filter(account -> account.kind() == AccountKind.OPERATOR)
                .map(Account::id)
                .findFirst();
    }

    @Override
    public List<Account> chain(AccountId id) {
        List<Account> chain = new ArrayList<>();
        for (Account account = get(id); ; ) {
            chain.add(account);
            AccountId parent = account.parent();
            if (parent == null) {
                return List.copyOf(chain);
            }
            account = get(parent);
        }
    }

    @Override
    public Slice<Account> below(AccountId parent, @Nullable String after, int limit) {
        List<Account> all = tree.get().below().getOrDefault(parent, List.of());
        int from = 0;
        if (after != null) {
            AccountId last = new AccountId(Long.parseLong(after));
            from = (int) all.stream().takeWhile(it -> !it.id().equals(last)).count() + 1;
        }
        List<Account> rows = all.stream().skip(from).limit(limit + 1L).toList();
        return Slice.of(rows, limit, it -> it.id().toString());
    }

    @Override
    public Set<AccountId> tree(AccountId root) {
        Map<AccountId, List<Account>> below = tree.get().below();
        Set<AccountId> all = new LinkedHashSet<>();
        ArrayDeque<AccountId> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            AccountId next = open.removeFirst();
            all.add(next);
            below.getOrDefault(next, List.of()).forEach(account -> open.addLast(account.id()));
        }
        return all;
    }

    @Override
    public AccountId open(NewAccount account, Instant at) {
        AccountId parent = account.parent();
        long id = jdbc.sql("""
                        INSERT INTO accounts.account (kind, parent, path, name, currency, zone, country, note, opened_at)
                        SELECT :kind, :parent, coalesce((SELECT path FROM accounts.account WHERE id = :parent), '{}'), :name, :currency,
                               :zone, :country, :note, :at
                        RETURNING id""")
                .param("kind", number(account.kind()))
                .param("parent", parent == null ? null : parent.value(), java.sql.Types.BIGINT)
                .param("name", account.name())
                .param("currency", account.currency())
                .param("zone", account.zone().getId())
                .param("country", account.country())
                .param("note", account.note())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE accounts.account SET path = path || id WHERE id = :id")
                .param("id", id)
                .update();
        changed();
        return new AccountId(id);
    }

    @Override
    public void move(AccountId account, ZoneId zone) {
        jdbc.sql("UPDATE accounts.account SET zone = :zone, version = version + 1 WHERE id = :account")
                .param("zone", zone.getId())
                .param("account", account.value())
                .update();
        changed();
    }

    @Override
    public Crowd lockCrowd(AccountId server, Instant since) {
        jdbc.sql("SELECT id FROM accounts.account WHERE id = :server FOR NO KEY UPDATE")
                .param("server", server.value())
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        SELECT count(*) AS below, count(*) FILTER (WHERE opened_at > :since) AS lately
                          FROM accounts.account WHERE parent = :server""")
                .param("server", server.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Crowd(row.getInt("below"), row.getInt("lately")))
                .single();
    }

    @Override
    public Optional<Below> below(AccountId server, AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        , a.note, a.opened_at, a.version FROM accounts.account a
                         WHERE a.id = :account AND a.parent = :server""")
                .param("account", account.value())
                .param("server", server.value())
                .query((row, number) -> new Below(
                        account(row, number),
                        row.getString("note"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getInt("version")))
                .optional();
    }

    @Override
    public boolean change(AccountId server, AccountId account, int version, Change change) {
        int rows = jdbc.sql("""
                        UPDATE accounts.account SET name = :name, zone = :zone, note = :note, version = version + 1
                         WHERE id = :account AND parent = :server AND version = :version""")
                .param("name", change.name())
                .param("zone", change.zone().getId())
                .param("note", change.note())
                .param("account", account.value())
                .param("server", server.value())
                .param("version", version)
                .update();
        changed();
        return rows == 1;
    }

    @Override
    public boolean turn(AccountId server, AccountId account, boolean active) {
        int rows = jdbc.sql("""
                        UPDATE accounts.account SET active = :active, version = version + 1
                         WHERE id = :account AND parent = :server AND active <> :active""")
                .param("active", active)
                .param("account", account.value())
                .param("server", server.value())
                .update();
        changed();
        return rows == 1;
    }

    /** Counted last of all: whoever changes other things of accounts beside has locked them before, in whatever order. */
    private void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    count();
                }
            });
        } else {
            count();
        }
        tree.refresh();
    }

    private void count() {
        jdbc.sql("UPDATE accounts.account_version SET value = value + 1").update();
    }

    @Override
    @AcrossAccounts("the first start asks")
    public boolean empty() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM accounts.account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void refresh() {
        tree.refresh();
    }

    @Override
    @AcrossAccounts("the first start asks")
    public boolean firstTime(String step) {
        return jdbc.sql("INSERT INTO accounts.demo_step (step) VALUES (:step) ON CONFLICT DO NOTHING")
                        .param("step", step)
                        .update()
                == 1;
    }

    private Long version() {
        return jdbc.sql("SELECT value FROM accounts.account_version")
                .query(Long.class)
                .single();
    }

    private Tree load() {
        Map<AccountId, Account> byId = new HashMap<>();
        Map<AccountId, List<Account>> below = new HashMap<>();
        jdbc.sql("SELECT " + COLUMNS + " FROM accounts.account a")
                .query(JdbcAccounts::account)
                .list()
                .forEach(account -> {
                    byId.put(account.id(), account);
                    AccountId parent = account.parent();
                    if (parent != null) {
                        below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(account);
                    }
                });
        below.values().forEach(it -> it.sort(BY_NAME));
        return new Tree(Map.copyOf(byId), Map.copyOf(below));
    }

    private static Account account(ResultSet row, int ignored) throws SQLException {
        long parent = row.getLong("parent");
        return new Account(
                new AccountId(row.getLong("id")),
                kind(row.getInt("kind")),
                parent == 0 ? null : new AccountId(parent),
                row.getString("name"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")),
                row.getString("country"),
                row.getBoolean("active"));
    }

    private static int number(AccountKind kind) {
        return switch (kind) {
            case OPERATOR -> 1;
            case PARTNER -> 2;
            case CLIENT -> 3;
        };
    }

    private static AccountKind kind(int number) {
        return switch (number) {
            case 1 -> AccountKind.OPERATOR;
            case 2 -> AccountKind.PARTNER;
            case 3 -> AccountKind.CLIENT;
            default -> throw new IllegalStateException("Not a kind of account: " + number);
        };
    }
}
