package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.webhooks.domain.ToldOnce;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** The journal of callbacks, trials and ETags of webhooks, as programs see them. */
class CallbackDoorTests extends AsCustomer {
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String JOURNAL = WEBHOOKS + "/journal";

    private String webhook() {
        return read(post(WEBHOOKS, "{\"url\":\"https://journal.invalid/hook\"}"))
                .path("id")
                .asString();
    }

    @Test
    void tellsWhatWasSentAndSendsItOnceMore() {
        Who client = SignIns.who("client", context);
        String webhook = webhook();
        long told = context.getBean(ToldOnce.class).told(client.account(), Long.parseLong(webhook));
        String path = JOURNAL + "/" + told;

        JsonNode one = read(get(path));
        assertThat(one.path("webhook").asString()).isEqualTo(webhook);
        assertThat(one.path("request").asString()).startsWith("POST https://").contains("webhook-signature: v1,…");
        assertThat(one.path("again").asBoolean()).isTrue();
        String listed = JOURNAL + "?webhook=" + webhook;
        assertThat(read(get(listed))
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("id").asLong()))
                .containsExactly(told);

        assertThat(post(path + "/resend", "")).hasStatus(204);

        JsonNode page = read(get(listed + "&limit=1"));
        JsonNode newest = page.path("items").get(0);
        assertThat(newest.path("event").asString()).isEqualTo(one.path("event").asString());
        assertThat(newest.path("id").asLong()).isGreaterThan(told);
        assertThat(read(get(listed + "&limit=1&cursor=" + page.path("next").asString()))
                        .path("items")
                        .get(0)
                        .path("id")
                        .asLong())
                .isEqualTo(told);
        assertThat(read(get(JOURNAL + "?message=" + one.path("about").asString() + "&state=gone"))
                        .path("items")
                        .size())
                .isZero();
        assertThat(delete(WEBHOOKS + "/" + webhook)).hasStatus(204);
        assertThat(post(path + "/resend", ""))
                .as("there is nobody to tell")
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:wrong-state\"}");
    }

    @Test
    void saysWhichPartOfAQuestionIsWrong() {
        assertThat(get(JOURNAL + "?webhook=x&message=y&state=z&cursor=q&limit=0"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"errors":[{"pointer":"/limit","code":"out_of_range"},{"pointer":"/cursor","code":"not_a_cursor"},
                           {"pointer":"/webhook","code":"not_an_id"},{"pointer":"/message","code":"not_an_id"},
                           {"pointer":"/state","code":"unknown"}]}""");
        assertThat(get(JOURNAL + "/999999999999")).hasStatus(404);
    }

    @Test
    void triesAWebhookOut() {
        String webhook = webhook();
        JsonNode tried = read(post(WEBHOOKS + "/" + webhook + "/test", ""));
        assertThat(tried.path("taken").asBoolean()).isFalse();
        assertThat(tried.path("failure").asString()).isNotEmpty();
        delete(WEBHOOKS + "/" + webhook);
        assertThat(post(WEBHOOKS + "/" + webhook + "/test", "")).hasStatus(404);
    }

    @Test
    void givesTheSecretOfAddressesInMessagesBeforeTheFirst() {
        JsonNode made = read(post(WEBHOOKS + "/messages", ""));
        assertThat(made.path("secret").asString()).startsWith("whsec_");
        assertThat(made.has("url")).isFalse();
        assertThat(read(post(WEBHOOKS + "/messages", "")).path("id").asString())
                .isEqualTo(made.path("id").asString());
        assertThat(post(WEBHOOKS + "/" + made.path("id").asString() + "/test", ""))
                .as("it has no address of its own")
                .hasStatus(404);
    }

    @Test
    void changesAWebhookOnlyForWhoeverHasReadIt() {
        String path = WEBHOOKS + "/" + webhook();
        String tag = tag(get(path));
        String written = "{\"url\":\"https://journal.invalid/other\"}";
        assertThat(ask(HttpMethod.GET, path, null, "If-None-Match", tag)).hasStatus(304);
        MvcTestResult changed = ask(HttpMethod.PUT, path, written, "If-Match", tag);
        assertThat(changed).hasStatusOk();
        assertThat(ask(HttpMethod.PUT, path, written, "If-Match", tag))
                .hasStatus(412)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:changed\"}");
        assertThat(post(path + "/off", "")).hasStatusOk();
        assertThat(ask(HttpMethod.DELETE, path, null, "If-Match", tag(changed)))
                .as("somebody has switched it off")
                .hasStatus(412);
        assertThat(ask(HttpMethod.DELETE, path, null, "If-Match", tag(get(path))))
                .hasStatus(204);
    }
}
