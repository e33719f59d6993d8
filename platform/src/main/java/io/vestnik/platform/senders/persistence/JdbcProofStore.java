package io.vestnik.platform.senders.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.domain.ProofStore;
import java.time.Duration;
import java.time.Instant;
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

    /** One statement decides: of two requests at the same time one finds the pause begun. */
    @Override
    public boolean count(AccountId account, Instant at, Duration pause, int most) {
        return jdbc.sql("""
                        INSERT INTO senders.code_count AS c (account, last_at, codes) VALUES (:account, :at, 1)
                        ON CONFLICT (account) DO UPDATE
                           SET last_at = :at, codes = CASE WHEN c.last_at < :today THEN 1 ELSE c.codes + 1 END
                         WHERE c.last_at <= :before AND (c.last_at < :today OR c.codes < :most)""")
                        .param("account", account.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("before", at.minus(pause).atOffset(ZoneOffset.UTC))
                        .param(
                                "today",
                                at.atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .atStartOfDay()
                                        .atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
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
