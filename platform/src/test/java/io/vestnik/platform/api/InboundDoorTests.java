package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.pipeline.InboxFilter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people wrote, for programs. */
class InboundDoorTests extends AsProgram {
    private static final String STOP = "{\"id\":\"7001\",\"from\":\"+79161234567\",\"to\":\"7735\",\"text\":\"Стоп\","
            + "\"wish\":\"stop\",\"answers\":\"1001\",\"received_at\":\"2026-11-21T09:00:00Z\"}";

    @Autowired
    private FewInbound inbox;

    @Test
    void listsWhatPeopleWrote() {
        inbox.asked.clear();
        assertThat(get("/api/v1/inbound?from=7-916-123-45-67&to=7735&since=2026-11-21T09:00:00Z"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[" + STOP + "],\"next\":\"7001\"}");
        assertThat(inbox.asked)
                .containsExactly(new InboxFilter(
                        Instant.parse("2026-11-21T09:00:00Z"),
                        null,
                        "",
                        List.of(
                                new Condition("phone", Condition.Test.IS, "79161234567"),
                                new Condition("number", Condition.Test.IS, "7735"))));
        assertThat(get("/api/v1/inbound?since=yesterday&limit=0")).hasStatus(422);
        assertThat(get("/api/v1/inbound/7001")).bodyJson().isStrictlyEqualTo(STOP);
        assertThat(get("/api/v1/inbound/7002")).hasStatus(404);
    }

    @Test
    void keepsNoAnswersForAKeyThatHasLimits() {
        String rule = "{\"keyword\": \"адрес\", \"sender\": \"VESTNIK\", \"answer\": \"Тверская, 1\"}";
        assertThat(post("/api/v1/inbound/rules", rule, "test-bound", ""))
                .hasStatus(403)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:key-bound\"}");
    }
}
