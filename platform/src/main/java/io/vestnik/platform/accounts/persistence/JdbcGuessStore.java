package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.domain.GuessStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGuessStore implements GuessStore {
    private static final String WHY = "who guesses is nobody yet";

    private final JdbcClient jdbc;

    JdbcGuessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts(WHY)
    public List<Stopped> add(List<Guessed> guesses, Instant now) {
        // In one order, so that nodes which count the same wait for each other and never in a ring.
        return jdbc.sql("""
                        WITH counted AS (
                          INSERT INTO accounts.wrong_guess AS g (digest, most, times, until)
                          SELECT decode(digest, 'hex'), most, times, until
                            FROM unnest(:digests::text[], :mosts::integer[], :times::integer[], :untils::timestamptz[])
                                 AS n(digest, most, times, until)
                           ORDER BY digest
                          ON CONFLICT (digest) DO UPDATE
                             SET most = excluded.most,
                                 times = excluded.times + CASE WHEN g.until > :now THEN g.times ELSE 0 END,
                                 until = CASE WHEN g.until > :now THEN g.until ELSE excluded.until END
                          RETURNING digest, most, times, until)
                        SELECT encode(digest, 'hex') AS digest, until FROM counted WHERE times >= most""")
                .param("digests", guesses.stream().map(Guessed::digest).toArray(String[]::new))
                .param("mosts", guesses.stream().mapToInt(Guessed::most).toArray())
                .param("times", guesses.stream().mapToInt(Guessed::times).toArray())
                .param(
                        "untils",
                        guesses.stream().map(it -> it.until().toString()).toArray(String[]::new))
                .param("now", time(now))
                .query((row, _) -> stopped(row))
                .list();
    }

    @Override
    @AcrossAccounts(WHY)
    public List<Stopped> stopped(Instant now, int most) {
        return jdbc.sql("""
                        SELECT encode(digest, 'hex') AS digest, until
                          FROM accounts.wrong_guess
                         WHERE times >= most AND until > :now
                         LIMIT :limit""")
                .param("now", time(now))
                .param("limit", most)
                .query((row, _) -> stopped(row))
                .list();
    }

    @Override
    @AcrossAccounts(WHY)
    public void forget(String digest) {
        jdbc.sql("DELETE FROM accounts.wrong_guess WHERE digest = decode(:digest, 'hex')")
                .param("digest", digest)
                .update();
    }

    @Override
    @AcrossAccounts("a timer forgets what is old")
    public int sweep(Instant now, int most) {
        return jdbc.sql("""
                        DELETE FROM accounts.wrong_guess
                         WHERE digest = ANY (ARRAY(SELECT digest FROM accounts.wrong_guess WHERE until <= :now LIMIT :most
                                                      FOR UPDATE SKIP LOCKED))""").param("now", time(now)).param("most", most).update();
    }

    private static Stopped stopped(ResultSet row) throws SQLException {
        return new Stopped(
                row.getString("digest"),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
