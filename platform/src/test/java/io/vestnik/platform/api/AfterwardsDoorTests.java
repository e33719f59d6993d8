package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs do with campaigns that are there: have others follow them, keep them as templates, pay for them later. */
class AfterwardsDoorTests extends AsCustomer {
    private static final String CAMPAIGNS = "/api/v1/campaigns";

    private String campaign(String name) {
        return read(post(CAMPAIGNS, """
                {"name":"%s","sender":"VESTNIK","text":"Привет","phones":["+79167740001"]}""".formatted(name))).path("id").asString();
    }

    @Test
    void hasACampaignFollowAnother() {
        String first = campaign("Серия");
        assertThat(read(get(CAMPAIGNS + "/" + first + "/series")).path("items").size())
                .isEqualTo(1);
        JsonNode next = read(post(CAMPAIGNS + "/" + first + "/series", ""));
        assertThat(next.path("state").asString()).isEqualTo("draft");
        String second = next.path("id").asString();
        assertThat(get(CAMPAIGNS + "/" + second + "/draft"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"draft":{"name":"Серия — 2","text":"","phones":["+79167740001"]}}""");
        assertThat(read(get(CAMPAIGNS + "/" + second + "/series"))
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .containsExactly(first, second);
        assertThat(post(CAMPAIGNS + "/999999999/series", "")).hasStatus(404);
    }

    @Test
    void keepsACampaignAsATemplateWithoutItsNumbers() {
        String path = CAMPAIGNS + "/" + campaign("Образец") + "/template";
        JsonNode kept = read(post(path, "{\"name\":\"Образец из рассылки\",\"folder\":\"Серии\"}"));
        assertThat(kept.path("draft").path("text").asString()).isEqualTo("Привет");
        assertThat(kept.path("draft").path("phones").size()).isZero();
        assertThat(post(path, "{\"name\":\" \"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/name\"}]}");
        assertThat(delete("/api/v1/templates/" + kept.path("id").asString())).hasStatus(204);
    }

    @Test
    void sendsWhatWaitsForMoneyAsAProgramWould() {
        String id = campaign("Подождёт");
        String path = CAMPAIGNS + "/" + id;
        post(path + "/preview", "");
        int preview = await().atMost(Duration.ofSeconds(60))
                .until(() -> read(get(path + "/preview")).path("number").asInt(), it -> it > 0);
        assertThat(post(path + "/await-payment", "{\"preview\":" + preview + "}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"state\":\"awaiting_payment\"}");
        JsonNode page = read(get(CAMPAIGNS + "/unpaid"));
        assertThat(page.path("items")
                        .valueStream()
                        .filter(it -> it.path("id").asString().equals(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.path("enough_money").asBoolean()).isTrue());
        assertThat(page.has("missing")).isFalse();

        assertThat(post(CAMPAIGNS + "/unpaid/send", "{\"ids\":[\"" + id + "\",\"999999999\"]}"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"items\":[{\"id\":\"" + id + "\",\"outcome\":\"started\"}]}");

        assertThat(read(get(path)).path("state").asString()).isNotEqualTo("awaiting_payment");
        assertThat(post(CAMPAIGNS + "/unpaid/send", "{}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/ids\",\"code\":\"one_of\"}]}");
        assertThat(post(CAMPAIGNS + "/unpaid/send", "{\"ids\":[\"x\"]}")).hasStatus(422);
        assertThat(get(CAMPAIGNS + "/unpaid?cursor=x")).hasStatus(422);
    }
}
