package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked under which key, and what was answered. */
@Repository
class IdempotencyStore {
    private static final String PURPOSE = "api.idempotency";
    private static final Duration KEPT = Duration.ofDays(1);
    /** No request lives longer, so that one without an answer has died with its server. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Leases leases;
    private final Sealing sealing;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, Transactions transactions, Leases leases, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.leases = leases;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** What a key means for a request. */
    sealed interface Claim {
        /** It was not asked before. */
        record Ours() implements Claim {}

        record Answered(Answer answer) implements Claim {}

        /** It was asked, and no answer is known: this node does it, or its server died. */
        record Unanswered(boolean outlived, String doer) implements Claim {}

        record OtherRequest() implements Claim {}
    }

    /**
     * What was answered.
     *
     * @param etag as the header says it; none where there was none
     */
    record Answer(int status, String contentType, @Nullable String etag, byte[] body) {}

    private record Row(byte[] hash, Instant at, @Nullable Answer answer, String doer) {}

    Claim claim(AccountId account, String key, byte[] hash) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            int inserted = jdbc.sql("""
                    INSERT INTO api.idempotency AS i (account, key, request_hash, created_at, doer)
                    VALUES (:account, :key, :hash, :now, :doer)
                    ON CONFLICT (account, key) DO UPDATE
                       SET request_hash = excluded.request_hash, created_at = excluded.created_at, doer = excluded.doer,
                           status = NULL, content_type = NULL, etag = NULL, answer = NULL,
                           sealed = false, planned = NULL
                     WHERE i.created_at < :outlived""")
                    .param("account", account.value())
                    .param("key", key)
                    .param("hash", hash)
                    .param("now", time(now))
                    .param("doer", leases.holder())
                    .param("outlived", time(now.minus(KEPT)))
                    .update();
            return inserted == 1 ? new Claim.Ours() : judge(row(account, key), hash, now);
        });
    }

    private static Claim judge(Row row, byte[] hash, Instant now) {
        if (!Arrays.equals(row.hash(), hash)) {
            return new Claim.OtherRequest();
        }
        if (row.answer() != null) {
            return new Claim.Answered(row.answer());
        }
        return new Claim.Unanswered(row.at().plus(LONGEST_REQUEST).isBefore(now), row.doer());
    }

    private Row row(AccountId account, String key) {
        return jdbc.sql("""
                SELECT request_hash, created_at, doer, status, content_type, etag, answer, sealed
                  FROM api.idempotency WHERE account = :account AND key = :key""")
                .param("account", account.value())
                .param("key", key)
                .query((row, _) -> new Row(
                        row.getBytes("request_hash"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("status") == null ? null : answer(row),
                        row.getString("doer")))
                .single();
    }

    private Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("etag"),
                body(row.getBytes("answer"), row.getBoolean("sealed")));
    }

    private byte[] body(byte[] kept, boolean sealed) {
        return sealed
                ? sealing.open(PURPOSE, new String(kept, StandardCharsets.UTF_8))
                        .orElseThrow(() -> new IllegalStateException("An answer was sealed with another key"))
                        .getBytes(StandardCharsets.UTF_8)
                : kept;
    }

    /** Takes up what this node did once, or what was left by a node that is dead; false while another one does it. */
    boolean takeUp(AccountId account, String key, String doer) {
        return doer.equals(leases.holder())
                || transactions.call(() -> !leases.lives(doer) && inherit(account, key, doer));
    }

    private boolean inherit(AccountId account, String key, String doer) {
        return jdbc.sql("""
                        UPDATE api.idempotency SET doer = :us
                         WHERE account = :account AND key = :key AND doer = :doer AND status IS NULL""")
                        .param("us", leases.holder())
                        .param("account", account.value())
                        .param("key", key)
                        .param("doer", doer)
                        .update()
                == 1;
    }

    /** Notes the ids under which the request's messages will be offered; answers those that were noted first. */
    List<MessageId> plan(AccountId account, String key, List<MessageId> ids) {
        Long[] planned = jdbc.sql("""
                UPDATE api.idempotency SET planned = coalesce(planned, :ids::bigint[])
                 WHERE account = :account AND key = :key RETURNING planned""")
                .param("ids", ids.stream().map(MessageId::value).toArray(Long[]::new))
                .param("account", account.value())
                .param("key", key)
                .query((row, _) -> (Long[]) row.getArray(1).getArray())
                .single();
        return Arrays.stream(planned).map(MessageId::new).toList();
    }

    /** Keeps what was answered, sealed where it carries a secret. */
    void keep(AccountId account, String key, Answer answer, boolean secret) {
        byte[] body = secret
                ? sealing.seal(PURPOSE, new String(answer.body(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                : answer.body();
        jdbc.sql("""
                UPDATE api.idempotency
                   SET status = :status, content_type = :type, etag = :etag, answer = :answer,
                       sealed = :sealed
                 WHERE account = :account AND key = :key""")
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("etag", answer.etag())
                .param("answer", body)
                .param("sealed", secret)
                .param("account", account.value())
                .param("key", key)
                .update();
    }

    void forget(AccountId account, String key) {
        jdbc.sql("DELETE FROM api.idempotency WHERE account = :account AND key = :key AND status IS NULL")
                .param("account", account.value())
                .param("key", key)
                .update();
    }

    /** Deletes some of what is older than a day; how many. */
    @AcrossAccounts("a timer forgets what is old")
    int sweep(int most) {
        return jdbc.sql("""
                DELETE FROM api.idempotency i
                 USING (SELECT account, key FROM api.idempotency WHERE created_at < :outlived LIMIT :most) AS old
                 WHERE i.account = old.account AND i.key = old.key""")
                .param("outlived", time(clock.instant().minus(KEPT)))
                .param("most", most)
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
