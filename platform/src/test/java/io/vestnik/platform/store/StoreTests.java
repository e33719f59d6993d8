package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(TestDatabase.class)
class StoreTests {
    @Autowired
    Leases leases;

    @Autowired
    FactCursors cursors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Test
    void keepsALeaseFromOthersUntilItIsGivenBack() {
        Leases other = new Leases(jdbc);
        assertThat(leases.hold("it")).isTrue();
        assertThat(leases.hold("it")).isTrue();
        assertThat(other.hold("it")).isFalse();
        leases.release("it");
        assertThat(other.hold("it")).isTrue();
    }

    @Test
    void remembersHowFarASubscriberHasCome() {
        transactions.run(Pool.BACKGROUND, () -> {
            assertThat(cursors.lock("s", "a")).isEqualTo(FactCursors.Position.START);
            cursors.move("s", "a", new FactCursors.Position(7, 9));
        });
        transactions.run(
                Pool.BACKGROUND, () -> assertThat(cursors.lock("s", "a")).isEqualTo(new FactCursors.Position(7, 9)));
    }

    @Test
    void plansHotStatementsByIndexOnly() {
        assertThat(Pool.HOT.call(() ->
                        jdbc.sql("SHOW enable_seqscan").query(String.class).single()))
                .isEqualTo("off");
        assertThat(jdbc.sql("SHOW enable_seqscan").query(String.class).single()).isEqualTo("on");
    }
}
