package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.senders.SenderFixtures;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.domain.AnswerDesk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Senders that wait, their papers, and numbers that are confirmed, as programs see them. */
class SenderDoorTests extends AsCustomer {
    @Test
    void changesASenderOnlyForWhoeverHasReadIt() {
        String path = path(read(post("/api/v1/senders", "{\"name\":\"DOOR-ONE\",\"comment\":\"Shops\"}")));
        String tag = tag(get(path));
        JsonNode changed = read(ask(
                HttpMethod.PATCH, path, "{\"operators\":[\"25001\"],\"registrations\":[\"tele2\"]}", "If-Match", tag));
        assertThat(changed.path("comment").asString()).isEqualTo("Shops");
        assertThat(changed.path("operators").get(0).asString()).isEqualTo("25001");
        assertThat(changed.path("registrations").get(0).asString()).isEqualTo("tele2");
        assertThat(ask(HttpMethod.PATCH, path, "{\"comment\":\"Mine\"}", "If-Match", tag))
                .hasStatus(412)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:changed\"}");
        assertThat(ask(HttpMethod.PATCH, path, "{\"operators\":[\"1\"],\"registrations\":[\"moon\"]}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/registrations/0\",\"code\":\"unknown\"}]}");
        assertThat(ask(HttpMethod.PATCH, path, "{\"operators\":[\"25001\",null]}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/operators/1\",\"code\":\"empty\"}]}");
        assertThat(ask(HttpMethod.DELETE, path, null, "If-Match", tag)).hasStatus(412);
        assertThat(delete(path)).hasStatus(204);
    }

    @Test
    void tellsAWaitingSenderItsPapersAndTheAnswer() {
        Who partner = SignIns.who("partner", context);
        JsonNode sender = SenderFixtures.answeredBy(
                partner, context, () -> read(post("/api/v1/senders", "{\"name\":\"DOOR-WAIT\"}")));
        assertThat(sender.path("state").asString()).isEqualTo("requested");
        assertThat(sender.has("answered_at")).isFalse();
        String path = path(sender);
        AnswerDesk desk = context.getBean(AnswerDesk.class);
        desk.answer(partner, sender.path("id").asLong(), SenderState.REFUSED, "Whose is it?");
        assertThat(read(get(path)).path("answer").asString()).isEqualTo("Whose is it?");

        JsonNode paper = read(attach(path, "letter.pdf", SenderFixtures.pdf()));
        assertThat(paper.path("kind").asString()).isEqualTo("pdf");
        assertThat(paper.path("verdict").asString()).isEqualTo("on_check");
        assertThat(read(get(path)).path("state").asString()).isEqualTo("requested");
        assertThat(read(get(path + "/papers")).path("items").size()).isEqualTo(1);
        assertThat(attach(path, "letter.pdf", "<html>".getBytes(StandardCharsets.US_ASCII)))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/file\",\"code\":\"unknown\"}]}");
        assertThat(attach(path, "letter.pdf", new byte[0])).hasStatus(422);
        assertThat(attach(path, "letter.pdf", new byte[(3 << 20) + 1])).hasStatus(413);
        String one = path + "/papers/" + paper.path("id").asString();
        assertThat(delete(one)).hasStatus(204);
        assertThat(delete(one)).hasStatus(404);
        assertThat(delete(path)).hasStatus(204);
        assertThat(get(path + "/papers")).hasStatus(404);
    }

    @Test
    void confirmsANumberByACodeThatItsAccountCannotRead() {
        Who client = SignIns.who("client", context);
        SenderFixtures.forgetCodes(client, context);
        String path = path(read(post("/api/v1/senders", "{\"name\":\"79167750010\"}")));
        assertThat(post(path + "/confirm", "{\"code\":\"1\"}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:no-code\"}");
        assertThat(post(path + "/code", "{\"from\":\"VESTNIK\",\"site\":\"shop.example\"}"))
                .hasStatus(202);
        assertThat(post(path + "/code", "{}"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:too-many-codes\"}");
        List<MessageView> sent = context.getBean(Pipeline.class)
                .list(client.account(), new MessageFilter(null, null, "79167750010"), null, 10)
                .items();
        assertThat(sent)
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isNull());
        String code = SenderFixtures.codeSentTo("79167750010", context);
        assertThat(get("/api/v1/messages/" + sent.getFirst().id())).bodyText().doesNotContain(code);
        assertThat(post(path + "/confirm", "{\"code\":\"none\"}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:wrong-code\",\"left\":4}");
        assertThat(read(post(path + "/confirm", "{\"code\":\"" + code + "\"}"))
                        .path("state")
                        .asString())
                .isEqualTo("approved");
        assertThat(post(path + "/code", "{}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:wrong-state\",\"state\":\"approved\"}");
        assertThat(delete(path)).hasStatus(204);
    }

    private MvcTestResult attach(String path, String name, byte[] content) {
        return mvc.post()
                .uri(path + "/papers")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", content))
                .header("Authorization", "Bearer " + key())
                .exchange();
    }

    private static String path(JsonNode sender) {
        return "/api/v1/senders/" + sender.path("id").asString();
    }
}
