package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.KeyRing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs may read about programs, and the price list. */
class ProgramDoorTests extends AsCustomer {
    @Test
    void tellsItsCallsAndKeysButNoToken() {
        assertThat(get("/api/v1/messages/1")).hasStatus(404);
        JsonNode call = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> read(get("/api/v1/calls?outcome=refused&limit=1&search=api/v1/messages/"))
                                .path("items")
                                .get(0),
                        it -> it != null && it.path("status").asInt() == 404);
        assertThat(call.path("method").asString()).isEqualTo("GET");
        assertThat(get("/api/v1/calls?outcome=lost&cursor=x")).hasStatus(422);
        JsonNode page = await().atMost(Duration.ofSeconds(60))
                .until(() -> read(get("/api/v1/calls?limit=1")), it -> it.has("next"));
        JsonNode behind =
                read(get("/api/v1/calls?limit=1&cursor=" + page.path("next").asString()));
        assertThat(behind.path("items").get(0))
                .isNotNull()
                .isNotEqualTo(page.path("items").get(0));

        JsonNode keys = read(get("/api/v1/keys")).path("items");
        JsonNode own = keys.valueStream()
                .filter(it -> key().endsWith(it.path("ending").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(own.path("name").asString()).isEqualTo("program");
        assertThat(own.path("role").asString()).isEqualTo("owner");
        assertThat(keys.toString()).doesNotContain(key());
    }

    @Test
    void tellsWhoChangedWhat() {
        Who client = SignIns.who("client", context);
        context.getBean(KeyRing.class).create(client, "audited", Role.VIEWER);
        JsonNode changed = read(get("/api/v1/audit?search=key.created&limit=1"))
                .path("items")
                .get(0);
        assertThat(changed.path("what").asString()).isEqualTo("key.created");
        assertThat(changed.path("details").path("name").asString()).isEqualTo("audited");
        assertThat(get("/api/v1/audit?limit=0")).hasStatus(422);
    }

    @Test
    void tellsWhatAPartCosts() {
        JsonNode prices = read(get("/api/v1/prices"));
        assertThat(prices.path("currency").asString()).isEqualTo("RUB");
        assertThat(prices.path("items").valueStream())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("prices").isEmpty()).isFalse());
    }
}
