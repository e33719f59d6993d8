package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same request at two nodes. */
class OtherNodeTests extends AsProgram {
    private static final String HELLO =
            "{\"sender\":\"VESTNIK\",\"recipient\":\"+79161234567\",\"text\":\"Привет\",\"reference\":\"order-1\"}";
    private static final String OTHER = "another-node";

    @Autowired
    private OnePath path;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsTaken() {
        path.taken.clear();
        path.stored.clear();
    }

    @Test
    void isTakenUpWhenTheNodeThatDoesItIsDeadAndNotBefore() {
        path.death = OnePath.Death.BEFORE_STORING;
        assertThat(post("/api/v1/messages", HELLO, "test-all", "two-nodes")).hasStatus(500);
        jdbc.sql("UPDATE api.idempotency SET doer = :other WHERE key = 'two-nodes'")
                .param("other", OTHER)
                .update();
        jdbc.sql("""
                        INSERT INTO store.lease (name, holder, until)
                        VALUES ('test.two-nodes', :other, clock_timestamp() + interval '1 hour')""").param("other", OTHER).update();

        assertThat(post("/api/v1/messages", HELLO, "test-all", "two-nodes"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:idempotency-in-flight\"}");
        assertThat(path.taken).isEmpty();

        jdbc.sql("DELETE FROM store.lease WHERE name = 'test.two-nodes'").update();
        assertThat(post("/api/v1/messages", HELLO, "test-all", "two-nodes")).hasStatus(201);
        assertThat(path.taken).hasSize(1);
    }
}
