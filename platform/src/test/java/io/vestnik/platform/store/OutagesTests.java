package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class OutagesTests {
    @Test
    void tellsADatabaseThatIsAwayFromARowThatIsWrong() {
        assertThat(Outages.isOutage(new DataAccessResourceFailureException("gone")))
                .isTrue();
        assertThat(Outages.isOutage(new IllegalStateException(new SQLException("terminated", "57P01"))))
                .isTrue();
        assertThat(Outages.isOutage(new IllegalStateException(new SQLException("deadlock", "40P01"))))
                .isTrue();
        assertThat(Outages.isOutage(new DuplicateKeyException("twice", new SQLException("twice", "23505"))))
                .isFalse();
        assertThat(Outages.isOutage(new IllegalStateException("a bug"))).isFalse();
    }
}
