package io.vestnik.platform.senders.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.domain.ProofStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProofStore implements ProofStore {
    private final JdbcClient jdbc;

    JdbcProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> count(AccountId account, byte[] number, Instant at, Limits limits) {
        OffsetDateTime today =
                at.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC);
        Instant tomorrow = today.plusDays(1).toInstant();
        if (!countOf(account, at, today, limits)) {
            return Optional.of(
                    spent(account, today, limits) ? tomorrow : last(account).plus(limits.pause()));
        }
        return countTo(number, today, limits.toNumber()) ? Optional.empty() : Optional.of(tomorrow);
    }

    /** One statement decides: of two requests at the same time one finds the pause begun. */
    private boolean countOf(AccountId account, Instant at, OffsetDateTime today, Limits limits) {
        return jdbc.sql("""
                        INSERT INTO senders.code_count AS c (account, last_at, codes) VALUES (:account, :at, 1)
                        ON CONFLICT (account) DO UPDATE
                           SET last_at = :at, codes = CASE WHEN c.last_at < :today THEN 1 ELSE c.codes + 1 END
                         WHERE c.last_at <= :before AND (c.last_at < :today OR c.codes < :most)""")
                        .param("account", account.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("before", at.minus(limits.pause()).atOffset(ZoneOffset.UTC))
                        .param("today", today)
                        .param("most", limits.ofAccount())
                        .update()
                == 1;
    }

    private boolean spent(AccountId account, OffsetDateTime today, Limits limits) {
        return jdbc.sql("SELECT last_at >= :today AND codes >= :most FROM senders.code_count WHERE account = :account")
                .param("account", account.value())
                .param("today", today)
                .param("most", limits.ofAccount())
                .query(Boolean.class)
                .single();
    }

    private Instant last(AccountId account) {
        return jdbc.sql("SELECT last_at FROM senders.code_count WHERE account = :account")
                .param("account", account.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** Whoever has sent them. */
    private boolean countTo(byte[] number, OffsetDateTime today, int most) {
        return jdbc.sql("""
                        INSERT INTO senders.number_count AS c (number, day, codes) VALUES (:number, :day, 1)
                        ON CONFLICT (day, number) DO UPDATE SET codes = c.codes + 1 WHERE c.codes < :most""")
                        .param("number", number)
                        .param("day", today.toLocalDate())
                        .param("most", most)
                        .update()
                == 1;
    }

    @Override
    @AcrossAccounts("a sweep; no account sees these rows")
    public int forgetNumbers(Instant day, int most) {
        return jdbc.sql("""
                        DELETE FROM senders.number_count WHERE (day, number) IN (
                          SELECT day, number FROM senders.number_count WHERE day < :day ORDER BY day, number LIMIT :most)""")
                .param("day", day.atOffset(ZoneOffset.UTC).toLocalDate())
                .param("most", most)
                .update();
    }

    @Override
    public void keep(AccountId account, long sender, byte[] digest, Instant until, int tries) {
        jdbc.sql("""
                        INSERT INTO senders.code (sender, account, digest, until, tries)
                        SELECT id, account, :digest, :until, :tries FROM senders.sender WHERE account = :account AND id = :sender
                        ON CONFLICT (sender) DO UPDATE SET digest = :digest, until = :until, tries = :tries""")
                .param("account", account.value())
                .param("sender", sender)
                .param("digest", digest)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("tries", tries)
                .update();
    }

    @Override
    public Optional<Tried> take(AccountId account, long sender, Instant now) {
        return jdbc.sql("""
                        UPDATE senders.code SET tries = tries - 1
                         WHERE account = :account AND sender = :sender AND until > :now AND tries > 0
                        RETURNING digest, tries""")
                .param("account", account.value())
                .param("sender", sender)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Tried(row.getBytes(1), row.getInt(2)))
                .optional();
    }

    @Override
    public void forget(AccountId account, long sender) {
        jdbc.sql("DELETE FROM senders.code WHERE account = :account AND sender = :sender")
                .param("account", account.value())
                .param("sender", sender)
                .update();
    }
}
