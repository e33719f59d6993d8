package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Signals;
import io.vestnik.platform.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(TestDatabase.class)
class NeighboursTests {
    private static final String LEASE = Node.lease(Node.NODES);

    @Autowired
    Leases leases;

    @Autowired
    Signals signals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isNotAloneOnceAnotherNodeLivesThoughItWasWhenItLastLooked() {
        Neighbours neighbours = new Neighbours(leases, signals);
        assertThat(neighbours.isAlone()).isTrue();
        jdbc.sql(
                        "INSERT INTO store.lease (name, holder, until) VALUES (:name, 'elsewhere', clock_timestamp() + '1 hour')")
                .param("name", LEASE)
                .update();
        try {
            assertThat(neighbours.nodes()).isEqualTo(1);
            assertThat(neighbours.isAlone()).isFalse();
        } finally {
            jdbc.sql("DELETE FROM store.lease WHERE name = :name")
                    .param("name", LEASE)
                    .update();
        }
    }
}
