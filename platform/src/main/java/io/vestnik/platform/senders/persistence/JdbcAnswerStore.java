package io.vestnik.platform.senders.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.domain.AnswerStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnswerStore implements AnswerStore {
    private final JdbcClient jdbc;

    JdbcAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<AccountId> answering(Collection<AccountId> accounts) {
        return jdbc.sql("SELECT account FROM senders.answerer WHERE account = ANY(:accounts)")
                .param("accounts", numbers(accounts))
                .query((row, _) -> new AccountId(row.getLong(1)))
                .set();
    }

    @Override
    public void answer(AccountId account, boolean wanted) {
        jdbc.sql(
                        wanted
                                ? "INSERT INTO senders.answerer (account) VALUES (:account) ON CONFLICT DO NOTHING"
                                : "DELETE FROM senders.answerer WHERE account = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public Optional<Sender> find(AccountId answerer, long id) {
        return jdbc.sql(SenderRows.COLUMNS + " WHERE answerer = :answerer AND id = :id AND state <> :unconfirmed")
                .param("answerer", answerer.value())
                .param("id", id)
                .param("unconfirmed", SenderState.UNCONFIRMED.number())
                .query(SenderRows::sender)
                .optional();
    }

    @Override
    public Slice<Sender> list(AccountId answerer, Listing listing, @Nullable String after, int limit) {
        List<Sender> rows = jdbc.sql(SenderRows.COLUMNS + """

                 WHERE answerer = :answerer AND state = ANY(:states)
                   AND (strpos(lower(name || ' ' || comment), lower(:search)) > 0 OR account = ANY(:found))
                """
                        + (listing.newestFirst()
                                ? " AND id < :after ORDER BY id DESC LIMIT :limit"
                                : " AND id > :after ORDER BY id LIMIT :limit"))
                .param("answerer", answerer.value())
                .param(
                        "states",
                        listing.states().stream().map(SenderState::number).toArray(Integer[]::new))
                .param("found", numbers(listing.found()))
                .param("search", listing.search())
                .param("after", SenderRows.after(after, listing.newestFirst() ? Long.MAX_VALUE : 0))
                .param("limit", limit + 1)
                .query(SenderRows::sender)
                .list();
        return Slice.of(rows, limit, sender -> Long.toString(sender.id()));
    }

    @Override
    public boolean answer(AccountId answerer, long id, Answer answer, Instant at) {
        return jdbc.sql("""
                        UPDATE senders.sender
                           SET state = :state, answer = :words, answered_by = :by,
                               answered_at = CASE WHEN :state = :requested THEN NULL ELSE :at END
                         WHERE answerer = :answerer AND id = :id AND state <> :unconfirmed""")
                        .param("answerer", answerer.value())
                        .param("id", id)
                        .param("state", answer.state().number())
                        .param("requested", SenderState.REQUESTED.number())
                        .param("unconfirmed", SenderState.UNCONFIRMED.number())
                        .param("words", answer.words())
                        .param("by", answer.by())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Long[] numbers(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
