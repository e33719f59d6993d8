package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of jobs as the workers use it; leases and turns go by the database's clock. */
@Component
class JobTable {
    /** A lease is renewed every two seconds, so that a dead node's jobs go on elsewhere after six. */
    private static final int LEASE_SECONDS = 6;

    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    JobTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A job that this node has taken; what others write to its row shows when it is read again. */
    record Run(JobId job, AccountId account, String kind, Locale language, long number) {}

    /** Where a taken job stands. */
    record Place(String input, @Nullable String checkpoint, long done, long total, boolean cancelled, int tries) {}

    /** How a job ended. */
    record End(
            Job.State state,
            @Nullable String result,
            @Nullable String message) {}

    static int number(Job.State state) {
        return switch (state) {
            case WAITING -> 1;
            case RUNNING -> 2;
            case DONE -> 3;
            case FAILED -> 4;
            case CANCELLED -> 5;
        };
    }

    static Job.State state(int number) {
        for (Job.State state : Job.State.values()) {
            if (number(state) == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a job: " + number);
    }

    /** Takes the job whose turn is earliest and that nobody works on. */
    @AcrossAccounts("a worker takes the next job, whosever it is")
    Optional<Run> take(String owner) {
        return jdbc.sql("""
                        UPDATE jobs.job
                           SET state = 2, owner = :owner, run = run + 1,
                               lease_until = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE id = (SELECT id FROM jobs.job
                                      WHERE state IN (1, 2) AND turn <= clock_timestamp()
                                        AND (owner IS NULL OR lease_until < clock_timestamp())
                                      ORDER BY turn
                                      LIMIT 1
                                        FOR UPDATE SKIP LOCKED)
                        RETURNING id, account, kind, language, run""")
                .param("owner", owner)
                .param("seconds", LEASE_SECONDS)
                .query(JobTable::run)
                .optional();
    }

    /** Where the job stands; none when another node has taken it. */
    Optional<Place> place(Run run) {
        return jdbc.sql("""
                        SELECT input, checkpoint, done, total, cancelled, tries
                          FROM jobs.job
                         WHERE id = :id AND run = :run AND state = 2""")
                .param("id", run.job().value())
                .param("run", run.number())
                .query((row, _) -> new Place(
                        row.getString("input"),
                        row.getString("checkpoint"),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getBoolean("cancelled"),
                        row.getInt("tries")))
                .optional();
    }

    /** Writes how far the job has come; false when another node has taken it. */
    boolean advance(Run run, JobKind.Step.More more) {
        return jdbc.sql("""
                        UPDATE jobs.job SET checkpoint = :checkpoint, done = :done, total = :total, tries = 0
                         WHERE id = :id AND run = :run AND state = 2""")
                        .param("id", run.job().value())
                        .param("run", run.number())
                        .param("checkpoint", more.checkpoint())
                        .param("done", more.done())
                        .param("total", more.total())
                        .update()
                == 1;
    }

    /** Writes how far the job has come and gives it back until its pause is over; false when another node has taken it. */
    boolean rest(Run run, JobKind.Step.Rest rest) {
        Duration pause = rest.pause().compareTo(LONGEST_REST) < 0 ? rest.pause() : LONGEST_REST;
        return jdbc.sql("""
                        UPDATE jobs.job
                           SET checkpoint = :checkpoint, done = :done, total = :total, tries = 0,
                               owner = NULL, lease_until = NULL,
                               turn = clock_timestamp() + make_interval(secs => :millis / 1000.0)
                         WHERE id = :id AND run = :run AND state = 2""")
                        .param("id", run.job().value())
                        .param("run", run.number())
                        .param("checkpoint", rest.checkpoint())
                        .param("done", rest.done())
                        .param("total", rest.total())
                        .param("millis", Math.max(0, pause.toMillis()) + 1)
                        .update()
                == 1;
    }

    /** How long it is until the next job is due, where that is sooner than this; past dues and no job count as this long. */
    @AcrossAccounts("a worker waits for the next job, whosever it is")
    Duration untilNext(Duration most) {
        long millis =
                jdbc.sql("""
                        SELECT coalesce((SELECT extract(epoch FROM turn - clock_timestamp()) * 1000 FROM jobs.job
                                          WHERE state IN (1, 2) AND owner IS NULL AND turn > clock_timestamp()
                                          ORDER BY turn LIMIT 1)::bigint, :most)""").param("most", most.toMillis()).query(Long.class).single();
        return Duration.ofMillis(Math.clamp(millis + 1, 1, most.toMillis()));
    }

    /** Writes how the job ended; false when another node has taken it. */
    boolean finish(Run run, End end, long done) {
        return jdbc.sql("""
                        UPDATE jobs.job
                           SET state = :state, result = :result, message = :message, done = :done, owner = NULL,
                               lease_until = NULL, checkpoint = NULL, finished_at = :now
                         WHERE id = :id AND run = :run AND state = 2""")
                        .param("id", run.job().value())
                        .param("run", run.number())
                        .param("state", number(end.state()))
                        .param("result", end.result())
                        .param("message", end.message())
                        .param("done", done)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Gives the job back after a step that failed, to be tried again later. */
    void retry(Run run, int tries, Duration pause) {
        jdbc.sql("""
                        UPDATE jobs.job
                           SET owner = NULL, lease_until = NULL, tries = :tries,
                               turn = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE id = :id AND run = :run AND state = 2""")
                .param("id", run.job().value())
                .param("run", run.number())
                .param("tries", tries)
                .param("seconds", pause.toSeconds())
                .update();
    }

    /** Gives the job back, behind those that wait. */
    void release(Run run) {
        jdbc.sql("""
                        UPDATE jobs.job SET owner = NULL, lease_until = NULL, turn = clock_timestamp()
                         WHERE id = :id AND run = :run AND state = 2""").param("id", run.job().value()).param("run", run.number()).update();
    }

    /** Renews the leases of jobs that this node works on. */
    void renew(String owner, Collection<Run> runs) {
        jdbc.sql("""
                        UPDATE jobs.job SET lease_until = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE id = ANY(:ids) AND owner = :owner AND state = 2""")
                .param("seconds", LEASE_SECONDS)
                .param("ids", runs.stream().map(run -> run.job().value()).toArray(Long[]::new))
                .param("owner", owner)
                .update();
    }

    /** Deletes some of the jobs that were over before; how many. */
    @AcrossAccounts("jobs that are over go by their age")
    int forgetEnded(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM jobs.job j
                         USING (SELECT id FROM jobs.job WHERE state > 2 AND finished_at < :before
                                 ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED) old
                         WHERE j.id = old.id""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                new JobId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                row.getString("kind"),
                Locale.forLanguageTag(row.getString("language")),
                row.getLong("run"));
    }
}
