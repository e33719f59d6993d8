package io.vestnik.platform.senders.texts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of wishes: one for each text and place. */
@Repository
class OperatorTextStore {
    private static final String COLUMNS =
            "id, account, sender, text, place, state, answer, requested_at, requested_by, answered_at";

    private final JdbcClient jdbc;

    OperatorTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is wished. */
    record Asking(String sender, String text, Collection<String> places) {}

    /** What was said of a wish. */
    record Answer(OperatorTextState state, String words) {}

    /** Which wishes are looked at; a part that is not given does not narrow. */
    record Listing(@Nullable OperatorTextState state, String search) {}

    /** How many wishes the account has with these: those of them that are there count once. Nobody else asks until the end of the transaction. */
    int countWithAndHold(AccountId account, Asking asking) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('senders.operator_text', :account))")
                .param("account", account.value())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE NOT (sender = :sender AND md5(text) = md5(:text) AND place = ANY(:places::text[])))
                               + :asked
                          FROM senders.operator_text WHERE account = :account""")
                .param("account", account.value())
                .param("sender", asking.sender())
                .param("text", asking.text())
                .param("places", asking.places().toArray(String[]::new))
                .param("asked", asking.places().size())
                .query(Integer.class)
                .single();
    }

    /** Those that were not there, or were refused before, by place. */
    List<Wish> ask(AccountId account, Asking asking, String by, Instant at) {
        return jdbc.sql("""
                        WITH kept AS (
                          INSERT INTO senders.operator_text AS t (account, sender, text, place, state, requested_at, requested_by)
                          SELECT :account, :sender, :text, unnest(:places::text[]), :requested, :at, :by
                          ON CONFLICT (account, sender, place, md5(text)) DO UPDATE
                             SET state = excluded.state, requested_at = excluded.requested_at,
                                 requested_by = excluded.requested_by, answer = '', answered_at = NULL
                           WHERE t.state = :refused
                          RETURNING *)
                        SELECT * FROM kept ORDER BY place""")
                .param("account", account.value())
                .param("sender", asking.sender())
                .param("text", asking.text())
                .param("places", asking.places().toArray(String[]::new))
                .param("requested", OperatorTextState.REQUESTED.number())
                .param("refused", OperatorTextState.REFUSED.number())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(OperatorTextStore::wish)
                .list();
    }

    boolean delete(AccountId account, long id) {
        return jdbc.sql("DELETE FROM senders.operator_text WHERE account = :account AND id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Wish> find(AccountId account, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM senders.operator_text WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query(OperatorTextStore::wish)
                .optional();
    }

    /** Whose it is; empty where it is not there. */
    @AcrossAccounts("the desk asks whether that account is served by who asks")
    Optional<AccountId> owner(long id) {
        return jdbc.sql("SELECT account FROM senders.operator_text WHERE id = :id")
                .param("id", id)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .optional();
    }

    /** The newest first, of these accounts. */
    @AcrossAccounts("the desk names the accounts that are served by who asks")
    Slice<Wish> list(Collection<AccountId> accounts, Listing listing, @Nullable String cursor, int limit) {
        List<Wish> rows = jdbc.sql("SELECT " + COLUMNS + """
                         FROM senders.operator_text
                        WHERE account = ANY(:accounts::bigint[]) AND id < :before AND (:state = 0 OR state = :state)
                          AND (strpos(lower(text), lower(:search)) > 0 OR strpos(lower(sender), lower(:search)) > 0)
                        ORDER BY id DESC
                        LIMIT :limit""")
                .param("accounts", accounts.stream().mapToLong(AccountId::value).toArray())
                .param(
                        "before",
                        cursor != null && cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE)
                .param("state", listing.state() == null ? 0 : listing.state().number())
                .param("search", listing.search())
                .param("limit", limit + 1)
                .query(OperatorTextStore::wish)
                .list();
        return Slice.of(rows, limit, wish -> Long.toString(wish.id()));
    }

    boolean answer(AccountId account, long id, Answer answer, Instant at) {
        return jdbc.sql("""
                        UPDATE senders.operator_text SET state = :state, answer = :words, answered_at = :at
                         WHERE account = :account AND id = :id""")
                        .param("account", account.value())
                        .param("id", id)
                        .param("state", answer.state().number())
                        .param("words", answer.words())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Wish(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                row.getString("sender"),
                row.getString("text"),
                row.getString("place"),
                OperatorTextState.ofNumber(row.getInt("state")).code(),
                row.getString("answer"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                answered == null ? null : answered.toInstant());
    }
}
