package io.vestnik.platform.senders.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Registration;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.domain.SenderStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSenderStore implements SenderStore {
    private final JdbcClient jdbc;

    JdbcSenderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public long version() {
        return jdbc.sql("SELECT value FROM senders.version")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public Map<AccountId, Map<String, Set<String>>> approved() {
        Map<AccountId, Map<String, Set<String>>> names = new HashMap<>();
        jdbc.sql("SELECT account, name, operators FROM senders.sender WHERE state = :approved ORDER BY id")
                .param("approved", SenderState.APPROVED.number())
                .query(row -> {
                    names.computeIfAbsent(new AccountId(row.getLong(1)), _ -> new LinkedHashMap<>())
                            .put(row.getString(2), Set.copyOf(SenderRows.strings(row, "operators")));
                });
        return Map.copyOf(names);
    }

    @Override
    public Optional<Sender> find(AccountId account, long id) {
        return one(account, "id = :value", id);
    }

    @Override
    public Optional<Sender> find(AccountId account, String name) {
        return one(account, "name = :value", name);
    }

    @Override
    public Optional<Sender> hold(AccountId account, long id) {
        return one(account, "id = :value FOR UPDATE", id);
    }

    private Optional<Sender> one(AccountId account, String which, Object value) {
        return jdbc.sql(SenderRows.COLUMNS + " WHERE account = :account AND " + which)
                .param("account", account.value())
                .param("value", value)
                .query(SenderRows::sender)
                .optional();
    }

    @Override
    public Slice<Sender> list(AccountId account, String search, @Nullable String after, int limit) {
        List<Sender> rows = jdbc.sql(SenderRows.COLUMNS + """

                 WHERE account = :account AND id < :before AND strpos(lower(name), lower(:search)) > 0
                 ORDER BY id DESC
                 LIMIT :limit""")
                .param("account", account.value())
                .param("before", SenderRows.after(after, Long.MAX_VALUE))
                .param("search", search)
                .param("limit", limit + 1)
                .query(SenderRows::sender)
                .list();
        return Slice.of(rows, limit, sender -> Long.toString(sender.id()));
    }

    @Override
    public int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM senders.sender WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public boolean add(AccountId account, Wanted wanted, Instant at) {
        AccountId answerer = wanted.answerer();
        return jdbc.sql("""
                        INSERT INTO senders.sender (account, name, state, comment, operators, registrations, answerer,
                                                    requested_at, requested_by, answered_at)
                        VALUES (:account, :name, :state, :comment, :operators, :registrations, :answerer,
                                :at, :by, CASE WHEN :state = :approved THEN :at END)
                        ON CONFLICT (account, name) DO NOTHING""")
                        .param("account", account.value())
                        .param("name", wanted.name().text())
                        .param("state", wanted.state().number())
                        .param("approved", SenderState.APPROVED.number())
                        .param("comment", wanted.terms().comment())
                        .param("operators", wanted.terms().operators().toArray(String[]::new))
                        .param("registrations", codes(wanted.terms()))
                        .param("answerer", answerer == null ? null : answerer.value(), Types.BIGINT)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", wanted.by())
                        .update()
                == 1;
    }

    @Override
    public boolean change(AccountId account, long id, int seen, Sender.Terms terms) {
        return jdbc.sql("""
                        UPDATE senders.sender
                           SET comment = :comment, operators = :operators, registrations = :registrations, version = version + 1
                         WHERE account = :account AND id = :id AND :seen IN (0, version)""")
                        .param("account", account.value())
                        .param("id", id)
                        .param("seen", seen)
                        .param("comment", terms.comment())
                        .param("operators", terms.operators().toArray(String[]::new))
                        .param("registrations", codes(terms))
                        .update()
                == 1;
    }

    @Override
    public void reopen(AccountId account, long id, String by, Instant at) {
        jdbc.sql("""
                        UPDATE senders.sender
                           SET state = :requested, requested_at = :at, requested_by = :by,
                               answer = '', answered_at = NULL, answered_by = ''
                         WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .param("requested", SenderState.REQUESTED.number())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void confirm(AccountId account, long id, Instant at) {
        jdbc.sql("""
                        UPDATE senders.sender
                           SET state = CASE WHEN answerer IS NULL THEN :approved ELSE :requested END,
                               answered_at = CASE WHEN answerer IS NULL THEN :at END
                         WHERE account = :account AND id = :id AND state = :unconfirmed""")
                .param("account", account.value())
                .param("id", id)
                .param("approved", SenderState.APPROVED.number())
                .param("requested", SenderState.REQUESTED.number())
                .param("unconfirmed", SenderState.UNCONFIRMED.number())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean delete(AccountId account, long id) {
        return jdbc.sql("DELETE FROM senders.sender WHERE account = :account AND id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String[] codes(Sender.Terms terms) {
        return terms.registrations().stream().map(Registration::code).toArray(String[]::new);
    }
}
