package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.Webhooks.Again;
import io.vestnik.platform.webhooks.domain.CallbackStore.Ending;
import io.vestnik.platform.webhooks.domain.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJournal implements Journal {
    private static final String EVENT =
            "id, endpoint, url, message, campaign, sender, recipient, reference, state, error, parts, price, at, mark, said,"
                    + " keyword, type, data, kind, tries, answer, failure, reply";

    private final JdbcClient jdbc;

    JdbcJournal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Slice<Line> list(AccountId account, Filter filter, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<Line> lines = new ArrayList<>();
        if (filter.state() != CallbackState.WAITING) {
            lines.addAll(ended(account, filter, before, limit + 1));
        }
        if (filter.state() == null || filter.state() == CallbackState.WAITING) {
            lines.addAll(waiting(account, filter, before, limit + 1));
        }
        lines.sort(Comparator.comparingLong(Line::id).reversed());
        return Slice.of(lines.subList(0, Math.min(lines.size(), limit + 1)), limit, line -> Long.toString(line.id()));
    }

    private List<Line> ended(AccountId account, Filter filter, long before, int limit) {
        return jdbc.sql("SELECT " + EVENT + """
                        , ended_at, ending, millis
                          FROM webhooks.told
                         WHERE account = :account AND id < :before
                           AND (:endpoint::bigint IS NULL OR endpoint = :endpoint)
                           AND (:ending::smallint IS NULL OR ending = :ending)
                           AND (:message::bigint IS NULL OR message = :message)
                         ORDER BY id DESC LIMIT :limit""")
                .param("account", account.value())
                .param("before", before)
                .param("endpoint", filter.endpoint())
                .param("ending", filter.state() == null ? null : ending(filter.state()))
                .param("message", filter.message())
                .param("limit", limit)
                .query((row, _) -> ended(row))
                .list();
    }

    private List<Line> waiting(AccountId account, Filter filter, long before, int limit) {
        return jdbc.sql("SELECT " + EVENT + """
                        , due_at
                          FROM webhooks.waiting
                         WHERE account = :account AND id < :before
                           AND (:endpoint::bigint IS NULL OR endpoint = :endpoint)
                           AND (:message::bigint IS NULL OR message = :message)
                         ORDER BY id DESC LIMIT :limit""")
                .param("account", account.value())
                .param("before", before)
                .param("endpoint", filter.endpoint())
                .param("message", filter.message())
                .param("limit", limit)
                .query((row, _) -> waiting(row))
                .list();
    }

    @Override
    public Optional<Line> find(AccountId account, long id) {
        return jdbc.sql("SELECT " + EVENT + """
                        , ended_at, ending, millis
                          FROM webhooks.told WHERE account = :account AND id = :id LIMIT 1""")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> ended(row))
                .optional()
                .or(() -> jdbc.sql("SELECT " + EVENT + """
                                , due_at
                                  FROM webhooks.waiting WHERE account = :account AND id = :id""")
                        .param("account", account.value())
                        .param("id", id)
                        .query((row, _) -> waiting(row))
                        .optional());
    }

    @Override
    public List<Line> ended(AccountId account, long endpoint, Again again, long after, int limit) {
        return jdbc.sql("SELECT " + EVENT + """
                        , ended_at, ending, millis
                          FROM webhooks.told
                         WHERE account = :account AND id > :after AND endpoint = :endpoint AND (:all OR ending = :ending)
                           AND ended_at >= :since AND ended_at < :until
                         ORDER BY id LIMIT :limit""")
                .param("account", account.value())
                .param("after", after)
                .param("endpoint", endpoint)
                .param("ending", Ending.GIVEN_UP.number())
                .param("all", again.all())
                .param("since", Times.sql(again.from()))
                .param("until", Times.sql(again.until()))
                .param("limit", limit)
                .query((row, _) -> ended(row))
                .list();
    }

    @Override
    public List<Line> about(AccountId account, MessageId message) {
        // By the summaries of messages; with the account or an order in it a planner would walk all that the account
        // was
        // told.
        List<Line> lines = new ArrayList<>(jdbc.sql("""
                        WITH hits AS MATERIALIZED (
                          SELECT * FROM webhooks.told
                           WHERE message = :message AND day >= (:second AT TIME ZONE 'UTC')::date)
                        SELECT""" + " " + EVENT + """
                        , ended_at, ending, millis
                          FROM hits WHERE account = :account ORDER BY id LIMIT 100""")
                .param("account", account.value())
                .param("message", message.value())
                .param("second", Times.sql(message.second()))
                .query((row, _) -> ended(row))
                .list());
        lines.addAll(waiting(account, new Filter(null, null, message.value()), Long.MAX_VALUE, 100)
                .reversed());
        return lines;
    }

    private static Line ended(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getLong("endpoint"),
                row.getString("url"),
                CallbackColumns.event(row),
                state(row.getInt("ending")),
                Times.instant(row, "ended_at"),
                row.getInt("tries"),
                row.getObject("answer", Integer.class),
                row.getObject("millis", Integer.class),
                row.getString("failure"),
                row.getString("reply"));
    }

    private static Line waiting(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getLong("endpoint"),
                row.getString("url"),
                CallbackColumns.event(row),
                CallbackState.WAITING,
                Times.instant(row, "due_at"),
                row.getInt("tries"),
                row.getObject("answer", Integer.class),
                null,
                row.getString("failure"),
                row.getString("reply"));
    }

    private static @Nullable Integer ending(CallbackState state) {
        return switch (state) {
            case TAKEN -> Ending.TAKEN.number();
            case GIVEN_UP -> Ending.GIVEN_UP.number();
            case GONE -> Ending.GONE.number();
            case WAITING -> null;
        };
    }

    private static CallbackState state(int ending) {
        return switch (ending) {
            case 1 -> CallbackState.TAKEN;
            case 2 -> CallbackState.GIVEN_UP;
            default -> CallbackState.GONE;
        };
    }
}
