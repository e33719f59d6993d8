package io.vestnik.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@WebTest
class SessionSweepTests {
    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void forgetsSessionsThatAreOver() {
        jdbc.sql("""
                INSERT INTO accounts.session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                              expiry_time)
                VALUES ('over', 'over', 1, 1, 1, 2), ('lives', 'lives', 1, 1, 1, 9999999999999)""").update();
        sessions.cleanUpExpiredSessions();
        assertThat(jdbc.sql("SELECT trim(primary_id) FROM accounts.session WHERE primary_id IN ('over', 'lives')")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("lives");
        jdbc.sql("DELETE FROM accounts.session WHERE primary_id = 'lives'").update();
    }
}
