package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.webhooks.domain.Callback;
import io.vestnik.platform.webhooks.domain.CallbackStore;
import io.vestnik.platform.webhooks.domain.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the sender of callbacks works for all: by row, by endpoint, or by what is due")
class JdbcCallbackStore implements CallbackStore {
    private static final int CLAIM_SECONDS = 60;
    private static final int MOST_HASTENED = 2_000;
    private static final int MOST_GIVEN_UP = 500;

    private final JdbcClient jdbc;

    JdbcCallbackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> ids(int count) {
        return jdbc.sql("SELECT nextval('webhooks.callback_id') FROM generate_series(1, :count) ORDER BY 1")
                .param("count", count)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public int waitingAndHold(AccountId account, int most) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('webhooks.waiting', :account))")
                .param("account", account.value())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM webhooks.waiting WHERE account = :account LIMIT :most) w")
                .param("account", account.value())
                .param("most", most)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Override
    public void keep(List<Kept> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Callback> callbacks = rows.stream().map(Kept::callback).toList();
        jdbc.sql("""
                INSERT INTO webhooks.waiting (%s, id, outlet, created_at, due_at, claimed_until, tries, answer, failure, reply)
                SELECT %s, id, outlet, timestamptz 'epoch' + created * interval '1 millisecond',
                       timestamptz 'epoch' + due * interval '1 millisecond',
                       CASE WHEN claimed THEN clock_timestamp() + make_interval(secs => :claim) END, tries,
                       nullif(answer, 0), failure, reply
                  FROM unnest(%s, :id::bigint[], :outlet::text[], :created::bigint[], :due::bigint[], :claimed::boolean[],
                              :tries::smallint[], :answer::smallint[], :failure::text[], :reply::text[])
                    AS n (%s, id, outlet, created, due, claimed, tries, answer, failure, reply)""".formatted(
                        CallbackColumns.NAMES, CallbackColumns.STORED, CallbackColumns.ARRAYS, CallbackColumns.NAMES))
                .params(new CallbackColumns(callbacks).values())
                .param("id", rows.stream().mapToLong(Kept::row).toArray())
                .param("outlet", callbacks.stream().map(Callback::outlet).toArray(String[]::new))
                .param(
                        "created",
                        rows.stream()
                                .mapToLong(it -> it.createdAt().toEpochMilli())
                                .toArray())
                .param(
                        "due",
                        rows.stream().mapToLong(it -> it.dueAt().toEpochMilli()).toArray())
                .param("claimed", rows.stream().map(Kept::claimed).toArray(Boolean[]::new))
                .param("tries", rows.stream().mapToLong(Kept::tries).toArray())
                .params(answers(rows.stream().map(Kept::answer).toList()))
                .param("claim", CLAIM_SECONDS)
                .update();
    }

    @Override
    public Set<Parcel.Line> waiting(Collection<Parcel.Line> lines) {
        return new HashSet<>(jdbc.sql("""
                SELECT l.endpoint, l.message
                  FROM unnest(:endpoints::bigint[], :messages::bigint[]) AS l (endpoint, message)
                 WHERE EXISTS (SELECT FROM webhooks.waiting w
                                WHERE w.endpoint = l.endpoint AND w.message = l.message)""")
                .param(
                        "endpoints",
                        lines.stream().mapToLong(Parcel.Line::endpoint).toArray())
                .param(
                        "messages",
                        lines.stream().mapToLong(Parcel.Line::message).toArray())
                .query((row, _) -> new Parcel.Line(row.getLong(1), row.getLong(2)))
                .list());
    }

    @Override
    public List<Long> endpoints() {
        // From each endpoint to the next by the index: a million rows of one cost one step.
        return jdbc.sql("""
                WITH RECURSIVE e AS (
                  (SELECT endpoint FROM webhooks.waiting ORDER BY endpoint LIMIT 1)
                  UNION ALL
                  SELECT (SELECT w.endpoint FROM webhooks.waiting w WHERE w.endpoint > e.endpoint ORDER BY w.endpoint LIMIT 1)
                    FROM e WHERE e.endpoint IS NOT NULL)
                SELECT endpoint FROM e WHERE endpoint IS NOT NULL""").query((row, _) -> row.getLong(1)).list();
    }

    @Override
    public List<Waiting> outlets(Map<Long, String> after, int most, Instant now) {
        List<Long> endpoints = new ArrayList<>(after.keySet());
        return jdbc.sql("""
                SELECT w.endpoint, n.outlet,
                       EXISTS (SELECT FROM webhooks.waiting d
                                WHERE d.endpoint = w.endpoint AND d.outlet = n.outlet AND d.due_at <= :now) AS due
                  FROM unnest(:endpoints::bigint[], :after::text[]) AS w (endpoint, after)
                 CROSS JOIN LATERAL (
                   WITH RECURSIVE o AS (
                     (SELECT x.outlet, 1 AS count FROM webhooks.waiting x
                       WHERE x.endpoint = w.endpoint AND x.outlet > w.after ORDER BY x.outlet LIMIT 1)
                     UNION ALL
                     SELECT (SELECT x.outlet FROM webhooks.waiting x
                              WHERE x.endpoint = w.endpoint AND x.outlet > o.outlet ORDER BY x.outlet LIMIT 1), o.count + 1
                       FROM o WHERE o.outlet IS NOT NULL AND o.count < :most)
                   SELECT outlet FROM o WHERE outlet IS NOT NULL) n
                 ORDER BY w.endpoint, n.outlet""")
                .param("endpoints", array(endpoints))
                .param("after", endpoints.stream().map(after::get).toArray(String[]::new))
                .param("most", most)
                .param("now", Times.sql(now))
                .query((row, _) -> new Waiting(
                        row.getLong("endpoint"),
                        Objects.requireNonNull(row.getString("outlet")),
                        row.getBoolean("due")))
                .list();
    }

    @Override
    public List<Parcel> claim(Map<String, Integer> rooms, Instant now) {
        List<String> outlets = new ArrayList<>(rooms.keySet());
        List<Parcel> claimed = new ArrayList<>(jdbc.sql("""
                WITH wanted AS (
                  SELECT * FROM unnest(:endpoints::bigint[], :outlets::text[], :rooms::integer[]) AS w (endpoint, outlet, room)),
                picked AS (
                  SELECT p.id FROM wanted w CROSS JOIN LATERAL (
                    SELECT x.id FROM webhooks.waiting x
                     WHERE x.endpoint = w.endpoint AND x.outlet = w.outlet AND x.due_at <= :now
                       AND (x.claimed_until IS NULL OR x.claimed_until < clock_timestamp())
                       AND NOT EXISTS (SELECT FROM webhooks.waiting e
                                        WHERE e.endpoint = x.endpoint AND e.message = x.message AND e.id < x.id)
                     ORDER BY x.due_at, x.id LIMIT w.room FOR UPDATE SKIP LOCKED) p)
                UPDATE webhooks.waiting c SET claimed_until = clock_timestamp() + make_interval(secs => :claim)
                  FROM picked WHERE c.id = picked.id
                RETURNING c.*""")
                .param(
                        "endpoints",
                        outlets.stream().mapToLong(Callback::endpointOf).toArray())
                .param("outlets", outlets.toArray(String[]::new))
                .param("rooms", outlets.stream().map(rooms::get).toArray(Integer[]::new))
                .param("now", Times.sql(now))
                .param("claim", CLAIM_SECONDS)
                .query((row, _) -> Parcel.of(
                        row.getLong("id"),
                        CallbackColumns.callback(row, row.getString("outlet")),
                        row.getInt("tries"),
                        Times.instant(row, "created_at")))
                .list());
        claimed.sort(java.util.Comparator.comparingLong(Parcel::row));
        return claimed;
    }

    @Override
    public void tell(List<Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        List<Callback> callbacks = ended.stream().map(Ended::callback).toList();
        jdbc.sql("""
                INSERT INTO webhooks.told (%s, ended_at, ending, tries, answer, millis, failure, reply)
                SELECT %s, timestamptz 'epoch' + ended * interval '1 microsecond', ending, tries, nullif(answer, 0), millis,
                       failure, reply
                  FROM unnest(%s, :ended::bigint[], :ending::smallint[], :tries::smallint[], :answer::smallint[],
                              :millis::integer[], :failure::text[], :reply::text[])
                    AS n (%s, ended, ending, tries, answer, millis, failure, reply)""".formatted(
                        CallbackColumns.NAMES, CallbackColumns.STORED, CallbackColumns.ARRAYS, CallbackColumns.NAMES))
                .params(new CallbackColumns(callbacks).values())
                .param(
                        "ended",
                        ended.stream()
                                .mapToLong(it -> it.at().toEpochMilli() * 1_000)
                                .toArray())
                .param(
                        "ending",
                        ended.stream().mapToLong(it -> it.ending().number()).toArray())
                .param("tries", ended.stream().mapToLong(Ended::tries).toArray())
                .param("millis", ended.stream().mapToLong(Ended::millis).toArray())
                .params(answers(ended.stream().map(Ended::answer).toList()))
                .update();
    }

    private static Map<String, Object> answers(List<Answered> answers) {
        return Map.of(
                "answer", answers.stream().mapToLong(Answered::status).toArray(),
                "failure", answers.stream().map(Answered::failure).toArray(String[]::new),
                "reply", answers.stream().map(Answered::reply).toArray(String[]::new));
    }

    @Override
    public void forget(Collection<Long> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("DELETE FROM webhooks.waiting WHERE id = ANY(:rows::bigint[])")
                    .param("rows", array(rows))
                    .update();
        }
    }

    @Override
    public void postpone(List<Postponed> postponed) {
        if (postponed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE webhooks.waiting w
                   SET tries = w.tries + 1, claimed_until = NULL, answer = nullif(p.answer, 0), failure = p.failure, reply = p.reply,
                       due_at = timestamptz 'epoch' + p.due * interval '1 millisecond'
                  FROM unnest(:ids::bigint[], :due::bigint[], :answer::smallint[], :failure::text[], :reply::text[])
                    AS p (id, due, answer, failure, reply)
                 WHERE w.id = p.id""")
                .param("ids", postponed.stream().mapToLong(Postponed::row).toArray())
                .param(
                        "due",
                        postponed.stream()
                                .mapToLong(it -> it.dueAt().toEpochMilli())
                                .toArray())
                .params(answers(postponed.stream().map(Postponed::answer).toList()))
                .update();
    }

    @Override
    public void release(Collection<Long> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("UPDATE webhooks.waiting SET claimed_until = NULL WHERE id = ANY(:rows::bigint[])")
                    .param("rows", array(rows))
                    .update();
        }
    }

    @Override
    public int hasten(String outlet, Instant now) {
        return jdbc.sql("""
                UPDATE webhooks.waiting SET due_at = :now
                 WHERE id IN (SELECT id FROM webhooks.waiting
                               WHERE endpoint = :endpoint AND outlet = :outlet AND due_at > :now ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)""")
                .param("now", Times.sql(now))
                .param("endpoint", Callback.endpointOf(outlet))
                .param("outlet", outlet)
                .param("most", MOST_HASTENED)
                .update();
    }

    @Override
    public int giveUp(Instant createdBefore, Instant now) {
        // By id, which grows with time: the oldest are the first of the key.
        return jdbc.sql("""
                WITH old AS (
                  DELETE FROM webhooks.waiting
                   WHERE id IN (SELECT id FROM (SELECT id, created_at, claimed_until FROM webhooks.waiting
                                                 ORDER BY id LIMIT :most) o
                                 WHERE created_at < :before
                                   AND (claimed_until IS NULL OR claimed_until < clock_timestamp()))
                  RETURNING *)
                INSERT INTO webhooks.told (%s, ended_at, ending, tries, answer, failure, reply)
                SELECT %s, :now, :ending, tries, answer, failure, reply FROM old""".formatted(CallbackColumns.NAMES, CallbackColumns.NAMES))
                .param("most", MOST_GIVEN_UP)
                .param("before", Times.sql(createdBefore))
                .param("now", Times.sql(now))
                .param("ending", Ending.GIVEN_UP.number())
                .update();
    }

    private static long[] array(Collection<Long> rows) {
        return rows.stream().mapToLong(Long::longValue).toArray();
    }
}
