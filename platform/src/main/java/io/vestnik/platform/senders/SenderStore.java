package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

/** The rows of sender names. */
@Repository
class SenderStore {
    private final JdbcClient jdbc;

    SenderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @AcrossAccounts("the snapshot of all is asked by account")
    long version() {
        return jdbc.sql("SELECT value FROM senders.version")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** The names that may be used, by the time they were asked for, each with the networks to which. */
    @AcrossAccounts("the snapshot of all is asked by account")
    Map<AccountId, Map<String, Set<String>>> approved() {
        Map<AccountId, Map<String, Set<String>>> names = new HashMap<>();
        jdbc.sql("SELECT account, name, operators FROM senders.sender WHERE state = :approved ORDER BY id")
                .param("approved", SenderState.APPROVED.number())
                .query(row -> {
                    names.computeIfAbsent(new AccountId(row.getLong(1)), _ -> new LinkedHashMap<>())
                            .put(row.getString(2), Set.copyOf(operators(row)));
                });
        return Map.copyOf(names);
    }

    private static List<String> operators(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("operators").getArray());
    }

    /** Lets a name be used at these networks only, or at all where none is named; false when the account has no such name. */
    boolean limit(AccountId account, long id, List<String> operators) {
        return jdbc.sql("UPDATE senders.sender SET operators = :operators WHERE account = :account AND id = :id")
                        .param("operators", operators.toArray(String[]::new))
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Sender> find(AccountId account, String name) {
        return jdbc.sql("""
                        SELECT id, name, state, requested_at, requested_by, answered_at, answer, operators
                          FROM senders.sender WHERE account = :account AND name = :name""")
                .param("account", account.value())
                .param("name", name)
                .query(SenderStore::sender)
                .optional();
    }

    Optional<Sender> find(AccountId account, long id) {
        return jdbc.sql("""
                        SELECT id, name, state, requested_at, requested_by, answered_at, answer, operators
                          FROM senders.sender WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .query(SenderStore::sender)
                .optional();
    }

    boolean delete(AccountId account, long id) {
        return jdbc.sql("DELETE FROM senders.sender WHERE account = :account AND id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM senders.sender WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Adds the name, approved; false when the account has asked for it before. */
    boolean add(AccountId account, SenderName name, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO senders.sender (account, name, state, requested_at, requested_by, answered_at)
                        VALUES (:account, :name, :state, :at, :by, :at)
                        ON CONFLICT (account, name) DO NOTHING""")
                        .param("account", account.value())
                        .param("name", name.text())
                        .param("state", SenderState.APPROVED.number())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Newest first; {@code search} is a part of the name, without regard to case. */
    Slice<Sender> list(AccountId account, @Nullable String search, @Nullable String after, int limit) {
        List<Sender> rows = jdbc.sql("""
                SELECT id, name, state, requested_at, requested_by, answered_at, answer, operators
                  FROM senders.sender
                 WHERE account = :account AND id < :before AND strpos(lower(name), lower(:search)) > 0
                 ORDER BY id DESC
                 LIMIT :limit""")
                .param("account", account.value())
                .param("before", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                .param("search", search == null ? "" : search)
                .param("limit", limit + 1)
                .query(SenderStore::sender)
                .list();
        return Slice.of(rows, limit, sender -> Long.toString(sender.id()));
    }

    private static Sender sender(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Sender(
                row.getLong("id"),
                row.getString("name"),
                SenderState.ofNumber(row.getInt("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                answered == null ? null : answered.toInstant(),
                row.getString("answer"),
                operators(row));
    }
}
