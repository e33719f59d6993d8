package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Jobs in the table of jobs; a job speaks the language of who started it. */
@Component
class JdbcJobs implements Jobs {
    private final JdbcClient jdbc;
    private final JobSignals signals;
    private final Clock clock;

    JdbcJobs(JdbcClient jdbc, JobSignals signals, Clock clock) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public JobId start(AccountId account, String kind, String input) {
        long id = jdbc.sql("""
                        INSERT INTO jobs.job (account, kind, language, input, state, created_at)
                        VALUES (:account, :kind, :language, :input, 1, :now)
                        RETURNING id""")
                .param("account", account.value())
                .param("kind", kind)
                .param("language", LocaleContextHolder.getLocale().toLanguageTag())
                .param("input", input)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        afterCommit(() -> signals.jobsWait(1));
        return new JobId(id);
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return jdbc.sql("""
                        SELECT id, account, kind, state, done, total, result, message, created_at, finished_at
                          FROM jobs.job
                         WHERE id = :id AND account = :account""")
                .param("id", id.value())
                .param("account", account.value())
                .query(JdbcJobs::job)
                .optional();
    }

    @Override
    public boolean cancel(AccountId account, JobId id) {
        boolean asked = jdbc.sql("""
                        UPDATE jobs.job SET cancelled = true, turn = least(turn, clock_timestamp())
                         WHERE id = :id AND account = :account AND state IN (1, 2)""")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
        if (asked) {
            afterCommit(() -> signals.jobsWait(1));
        }
        return asked;
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                new JobId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                row.getString("kind"),
                JobTable.state(row.getInt("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("result"),
                row.getString("message"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
