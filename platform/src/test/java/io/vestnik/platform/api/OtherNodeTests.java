package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void isNoAnswerForAnotherProgram() {
        String webhook = "{\"url\": \"https://shop.example/hook\", \"form\": \"smsc\"}";
        assertThat(post("/api/v1/webhooks", webhook, "test-all", "hook-1")).hasStatus(201);
        assertThat(post("/api/v1/webhooks", webhook, "test-all", "hook-1"))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true")
                .bodyText()
                .contains("whsec_");
        for (String other : List.of("test-other", "test-without-webhooks:edit")) {
            assertThat(post("/api/v1/webhooks", webhook, other, "hook-1"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("idempotency-key-reused")
                    .doesNotContain("whsec_");
        }
        assertThat(jdbc.sql("SELECT convert_from(answer, 'UTF8') FROM api.idempotency WHERE key = 'hook-1'")
                        .query(String.class)
                        .single())
                .as("what lies in the store")
                .doesNotContain("whsec_");
    }

    @Test
    void tellsWhyWhatIsMissingWasRefusedWhenItIsAskedForAgain() {
        String both = "{\"messages\":[" + HELLO + "," + HELLO.replace("Привет", "stopped") + "]}";
        path.death = OnePath.Death.AFTER_STORING;
        assertThat(post("/api/v1/messages", both, "test-all", "why-not")).hasStatus(500);
        assertThat(post("/api/v1/messages", both, "test-all", "why-not"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[1].error.code")
                .isEqualTo("stopped");
        assertThat(path.taken).hasSize(1);
    }
}
