package io.vestnik.platform.senders;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The names that may be used, by the time they were asked for. */
    @AcrossAccounts("the snapshot of all is asked by account")
    Map<AccountId, List<String>> approved() {
        Map<AccountId, List<String>> names = new HashMap<>();
        jdbc.sql("SELECT account, name FROM senders.sender WHERE state = :approved ORDER BY id")
                .param("approved", SenderState.APPROVED.number())
                .query(row -> {
                    names.computeIfAbsent(new AccountId(row.getLong(1)), _ -> new ArrayList<>())
                            .add(row.getString(2));
                });
        names.replaceAll((_, list) -> List.copyOf(list));
        return Map.copyOf(names);
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
                SELECT id, name, state, requested_at, requested_by, answered_at, answer
                  FROM senders.sender
                 WHERE account = :account AND id < :before AND strpos(lower(name), lower(:search)) > 0
                 ORDER BY id DESC
                 LIMIT :limit""")
                .param("account", account.value())
                .param("before", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                .param("search", search == null ? "" : search)
                .param("limit", limit + 1)
                .query((row, _) -> {
                    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
                    return new Sender(
                            row.getLong("id"),
                            row.getString("name"),
                            SenderState.ofNumber(row.getInt("state")),
                            row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                            row.getString("requested_by"),
                            answered == null ? null : answered.toInstant(),
                            row.getString("answer"));
                })
                .list();
        return Slice.of(rows, limit, sender -> Long.toString(sender.id()));
    }
}
