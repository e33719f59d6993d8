package io.vestnik.platform.billing.persistence;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.domain.EntryKind;
import io.vestnik.platform.billing.domain.LedgerStore;
import io.vestnik.platform.billing.domain.Posting;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger in PostgreSQL: one statement for a transaction, however many accounts it touches. */
@Repository
class JdbcLedger implements LedgerStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void open(AccountId account, String currency) {
        jdbc.sql("""
                INSERT INTO billing.account_balance (account, currency) VALUES (:account, :currency)
                ON CONFLICT DO NOTHING""")
                .param("account", account.value())
                .param("currency", currency)
                .update();
    }

    @Override
    public Map<AccountId, Money> lock(Collection<AccountId> accounts) {
        Map<AccountId, Money> spendable = new HashMap<>();
        jdbc.sql("""
                SELECT account, ((available + overdraft) * 10000)::bigint AS units
                  FROM billing.account_balance
                 WHERE account = ANY (:accounts::bigint[])
                 ORDER BY account
                   FOR UPDATE""")
                .param(
                        "accounts",
                        accounts.stream().mapToLong(AccountId::value).sorted().toArray())
                .query(row -> {
                    spendable.put(new AccountId(row.getLong(1)), new Money(row.getLong(2)));
                });
        return spendable;
    }

    @Override
    public long write(List<Posting.Entry> entries) {
        return write(entries, null);
    }

    @Override
    @AcrossAccounts("a number belongs to nobody yet")
    public long nextTransaction() {
        return jdbc.sql("SELECT nextval('billing.transaction_id')")
                .query(Long.class)
                .single();
    }

    @Override
    public void write(long transaction, List<Posting.Entry> entries) {
        write(entries, transaction);
    }

    private long write(List<Posting.Entry> entries, @Nullable Long transaction) {
        return jdbc.sql("""
                WITH t AS MATERIALIZED (SELECT coalesce(:tx::bigint, nextval('billing.transaction_id')) AS tx),
                     e AS MATERIALIZED (
                       SELECT *
                         FROM unnest(:accounts::bigint[], :kinds::int[], :operations::int[], :causes::text[],
                                     :counts::int[], :units::bigint[])
                              WITH ORDINALITY AS e (account, kind, operation, cause, count, units, seq)),
                     moved AS (
                       UPDATE billing.account_balance b SET available = b.available + n.units * 0.0001
                         FROM (SELECT account, sum(units) AS units FROM e WHERE kind = :available GROUP BY account) n
                        WHERE b.account = n.account)
                INSERT INTO billing.ledger_entry (tx, seq, account, kind, operation, cause, count, amount, at)
                SELECT t.tx, e.seq, e.account, e.kind, e.operation, e.cause, e.count, e.units * 0.0001, :at
                  FROM e CROSS JOIN t
                RETURNING tx""")
                .param("tx", transaction)
                .param(
                        "accounts",
                        entries.stream()
                                .mapToLong(e -> e.pocket().account().value())
                                .toArray())
                .param(
                        "kinds",
                        entries.stream()
                                .mapToInt(e -> e.pocket().kind().number())
                                .toArray())
                .param(
                        "operations",
                        entries.stream()
                                .mapToInt(e -> e.pocket().operation().number())
                                .toArray())
                .param("causes", entries.stream().map(Posting.Entry::cause).toArray(String[]::new))
                .param("counts", entries.stream().mapToInt(Posting.Entry::count).toArray())
                .param(
                        "units",
                        entries.stream().mapToLong(e -> e.amount().units()).toArray())
                .param("available", EntryKind.AVAILABLE.number())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .getFirst();
    }

    @Override
    public void noteTopUp(long transaction, AccountId account, Money amount, String note, Who who) {
        jdbc.sql("""
                INSERT INTO billing.top_up (tx, account, amount, note, by_account, by_name, at)
                VALUES (:tx, :account, :amount, :note, :byAccount, :byName, :at)""")
                .param("tx", transaction)
                .param("account", account.value())
                .param("amount", amount.toDecimal())
                .param("note", note)
                .param("byAccount", who.account().value())
                .param("byName", who.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean isFirst(AccountId asker, String request, Duration remembered) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime since = now.minus(remembered);
        jdbc.sql("""
                DELETE FROM billing.moved_once
                 WHERE asker = :asker
                   AND digest IN (SELECT digest FROM billing.moved_once WHERE asker = :asker AND at <= :since
                                     FOR UPDATE SKIP LOCKED)""").param("asker", asker.value()).param("since", since).update();
        return jdbc.sql("""
                INSERT INTO billing.moved_once AS m (asker, digest, at)
                VALUES (:asker, sha256(convert_to(:request, 'UTF8')), :now)
                ON CONFLICT (asker, digest) DO UPDATE SET at = excluded.at WHERE m.at <= :since""")
                        .param("asker", asker.value())
                        .param("request", request)
                        .param("now", now)
                        .param("since", since)
                        .update()
                == 1;
    }

    @Override
    public Optional<Billing.Balance> balance(AccountId account) {
        return jdbc.sql("""
                SELECT (b.available * 10000)::bigint AS available,
                       (coalesce((SELECT s.amount FROM billing.entry_snapshot s
                                   WHERE s.account = b.account AND s.kind = :held), 0) * 10000
                        + coalesce((SELECT sum(e.amount) FROM billing.ledger_entry e
                                     WHERE e.account = b.account AND e.kind = :held
                                       AND e.xid >= (SELECT upto FROM billing.folded)), 0) * 10000)::bigint AS held,
                       b.currency
                  FROM billing.account_balance b
                 WHERE b.account = :account""")
                .param("account", account.value())
                .param("held", EntryKind.HELD.number())
                .query((row, _) -> new Billing.Balance(
                        new Money(row.getLong("available")), new Money(row.getLong("held")), row.getString("currency")))
                .optional();
    }

    @Override
    public Map<AccountId, Money> available(Collection<AccountId> accounts) {
        Map<AccountId, Money> available = new HashMap<>();
        jdbc.sql("""
                SELECT account, (available * 10000)::bigint AS units
                  FROM billing.account_balance WHERE account = ANY (:accounts::bigint[])""")
                .param("accounts", accounts.stream().mapToLong(AccountId::value).toArray())
                .query(row -> {
                    available.put(new AccountId(row.getLong(1)), new Money(row.getLong(2)));
                });
        return available;
    }
}
