package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The settings of sending and of links as programs keep them. */
class SettingsDoorTests extends AsCustomer {
    private static final String SENDING = "/api/v1/sending";
    private static final String LINKS = "/api/v1/links/settings";

    @AfterEach
    void settleNothing() {
        as("client");
        delete(SENDING);
        as("partner");
        ask(HttpMethod.PATCH, LINKS, "{\"address\":\"\",\"warn_first\":false}");
    }

    @Test
    void settlesWhatIsNamedAndLeavesTheRest() {
        Who client = SignIns.who("client", context);
        assertThat(get(SENDING)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"own":false,"home_only":false,"validity_hours":24,"time_zone":"Europe/Moscow","hand_down":false}""");
        assertThat(ask(HttpMethod.PATCH, SENDING, """
                {"hours":{"from":"09:00","to":"21:00","days":[1,2,3],"outside":"refuse","transactional":false},
                 "validity_hours":30,"home_only":true,"sender":"VESTNIK","quiet_hours":true,"not_on_holidays":true}""")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"own":true,"hours":{"from":"09:00","to":"21:00","days":[1,2,3],"outside":"refuse","transactional":false},
                 "validity_hours":30,"home_only":true,"sender":"VESTNIK"}""");
        MvcTestResult changed = ask(HttpMethod.PATCH, SENDING, "{\"short_links\":true,\"sender\":\"\"}");
        assertThat(changed).hasStatusOk();
        SendingTerms terms = context.getBean(SendingRules.class).of(client.account());
        assertThat(terms.allowed())
                .isNotNull()
                .extracting(SendingTerms.Allowed::outside)
                .isEqualTo(Outside.REFUSE);
        assertThat(terms.shortLinks()).isTrue();
        assertThat(terms.homeOnly()).isTrue();
        assertThat(terms.quiet()).isTrue();
        assertThat(terms.notOnHolidays()).isTrue();
        assertThat(terms.sender()).isNull();
        assertThat(read(ask(HttpMethod.PATCH, SENDING, "{\"hours\":{\"from\":\"00:00\",\"to\":\"00:00\"}}"))
                        .has("hours"))
                .as("any time")
                .isFalse();
        assertThat(delete(SENDING)).hasStatus(204);
        assertThat(delete(SENDING)).as("as often as one likes").hasStatus(204);
        assertThat(context.getBean(SendingRules.class).of(client.account())).isEqualTo(SendingTerms.USUAL);
    }

    @Test
    void settlesOnlyForWhoeverHasReadIt() {
        String tag = tag(get(SENDING));
        assertThat(ask(HttpMethod.GET, SENDING, null, "If-None-Match", tag)).hasStatus(304);
        assertThat(ask(HttpMethod.PATCH, SENDING, "{\"validity_hours\":5}", "If-Match", tag))
                .hasStatusOk();
        assertThat(ask(HttpMethod.PATCH, SENDING, "{\"validity_hours\":6}", "If-Match", tag))
                .hasStatus(412)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:changed\"}");
        assertThat(ask(HttpMethod.DELETE, SENDING, null, "If-Match", tag)).hasStatus(412);
        assertThat(ask(HttpMethod.DELETE, SENDING, null, "If-Match", tag(get(SENDING))))
                .hasStatus(204);
    }

    @Test
    void saysWhatCannotBeSettled() {
        assertThat(ask(HttpMethod.PATCH, SENDING, """
                {"hours":{"from":"nine","to":"21:00","days":[8],"outside":"drop"},"time_zone":"Moon","hand_down":true}"""))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"errors":[{"pointer":"/hand_down","code":"not_below"},{"pointer":"/time_zone","code":"unknown"},
                           {"pointer":"/hours/days","code":"out_of_range"},{"pointer":"/hours/from","code":"not_a_time"},
                           {"pointer":"/hours/outside","code":"unknown"}]}""");
        assertThat(ask(HttpMethod.PATCH, SENDING, """
                {"hours":{"from":"09:00","to":"21:00"},"validity_hours":6,"sender":"NOBODYS"}"""))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"errors":[{"pointer":"/sender","code":"not_allowed"},
                           {"pointer":"/validity_hours","code":"too_short","detail":"13 hours"}]}""");
        assertThat(read(get(SENDING)).path("own").asBoolean()).isFalse();
    }

    @Test
    void settlesADomainOfOnesOwnForWhoServesOthers() {
        assertThat(ask(HttpMethod.PATCH, LINKS, "{\"address\":\"go.client.example\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/address\",\"code\":\"not_allowed\"}]}");
        as("partner");
        String tag = tag(get(LINKS));
        assertThat(ask(HttpMethod.PATCH, LINKS, "{\"address\":\"go.partner.example\"}", "If-Match", tag))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"address\":\"go.partner.example\",\"begin_with\":\"go.partner.example/l/\",\"warn_first\":false}");
        assertThat(ask(HttpMethod.PATCH, LINKS, "{\"warn_first\":true}", "If-Match", tag))
                .hasStatus(412);
        assertThat(ask(HttpMethod.PATCH, LINKS, "{\"address\":\"no domain\"}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/address\",\"code\":\"unreadable\"}]}");
        as("client");
        assertThat(read(get(LINKS)).path("begin_with").asString()).isEqualTo("go.partner.example/l/");
    }

    @Test
    void forbidsDomainsForTheOperatorAlone() {
        assertThat(get("/api/v1/links/forbidden")).hasStatus(403);
        as("operator");
        assertThat(post("/api/v1/links/forbidden", "{\"domain\":\"https://door.example/x\"}"))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("{\"items\":[{\"domain\":\"door.example\"}]}");
        assertThat(post("/api/v1/links/forbidden", "{}")).hasStatus(422);
        assertThat(delete("/api/v1/links/forbidden?domain=door.example")).hasStatus(204);
        assertThat(delete("/api/v1/links/forbidden?domain=door.example")).hasStatus(404);
    }
}
