package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SettledRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ApiTests extends AsProgram {
    /** Within a class that is a test for certain, so that no other context finds it. */
    @Configuration(proxyBeanMethods = false)
    @Import(ApiSlice.class)
    static class Slice {}

    @Autowired
    private OnePath path;

    @Autowired
    private SettledRules settings;

    @Autowired
    private FewLinks links;

    @Autowired
    private FakeDoors.OneGroup group;

    @Autowired
    private FakeDoors.OneCampaign campaign;

    @BeforeEach
    void startAnew() {
        settings.settle(SendingTerms.USUAL);
        path.taken.clear();
        path.asked.clear();
        path.stored.clear();
    }

    private static final String HELLO = "{\"sender\":\"VESTNIK\",\"recipient\":\"8 (916)"
            + " 123-45-67\",\"text\":\"Привет\",\"reference\":\"order-1\"}";

    @Test
    void takesAMessageAndSaysWhatItCosts() {
        assertThat(post("/api/v1/messages", HELLO))
                .hasStatus(201)
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"1001\",\"parts\":1,\"price\":\"2.3500\"}");
        NewMessage taken = path.taken.getFirst();
        assertThat(taken.recipient()).isEqualTo("79161234567");
        assertThat(taken.validity()).isEqualTo(Duration.ofHours(24));
        assertThat(taken.feedback().reference()).isEqualTo("order-1");
    }

    @Test
    void goesByTheSettingsOfTheAccountWhereTheRequestSaysNothing() {
        settings.settle(new SendingTerms(null, false, "SHOP", Duration.ofHours(6), false));
        assertThat(post("/api/v1/messages", "{\"to\":\"89161234567\",\"text\":\"Привет\"}"))
                .hasStatus(201);
        assertThat(path.taken.getFirst().sender()).isEqualTo("SHOP");
        assertThat(path.taken.getFirst().validity()).isEqualTo(Duration.ofHours(6));
        assertThat(post("/api/v1/messages", HELLO)).hasStatus(201);
        assertThat(path.taken.getLast().sender()).isEqualTo("VESTNIK");
    }

    @Test
    void saysWhenTheHoursOpenToWhoeverComesOutsideOfThem() {
        settings.open(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "outside_hours")))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"type\":\"urn:vestnik:problem:outside-hours\",\"opens_at\":\"2026-11-22T06:00:00Z\"}");
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "foreign_number")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/recipient\",\"code\":\"foreign_number\"}]}");
    }

    @Test
    void takesManyAtOnceAndRefusesEachByItself() {
        String json = """
            {"messages": [
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Привет"},
              {"sender": "VESTNIK", "to": "12", "text": "Привет"},
              {"sender": "VESTNIK", "to": "+79161234567", "text": "no_money"},
              null,
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Привет", "type": "code", "validity_minutes": 5}]}\
            """;

        assertThat(post("/api/v1/messages", json)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"items": [
              {"id": "1001", "parts": 1, "price": "2.3500"},
              {"error": {"pointer": "/messages/1/to", "code": "bad_recipient"}},
              {"error": {"pointer": "/messages/2", "code": "no_money"}},
              {"error": {"pointer": "/messages/3", "code": "empty"}},
              {"id": "1002", "parts": 1, "price": "2.3500"}]}\
            """);
        assertThat(path.taken.getLast().validity()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void givesEachMessageThatAsksForItLinksOfItsOwn() {
        String json = """
            {"messages": [
              {"sender": "VESTNIK", "to": "+79161234567", "text": "Сюда: https://shop.example", "short_links": true},
              {"sender": "VESTNIK", "to": "+79161234568", "text": "Сюда: https://shop.example"},
              {"sender": "VESTNIK", "to": "+79161234569", "text": "https://casino.example", "short_links": true},
              {"sender": "VESTNIK", "to": "+79161234570", "text": "https://shop.example", "short_links": true}]}\
            """;

        assertThat(post("/api/v1/messages", json))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[2].error")
                .isEqualTo(Map.of("pointer", "/messages/2/text", "code", "forbidden_link", "detail", "casino.example"));
        assertThat(path.taken)
                .extracting(message -> message.body().kept())
                .containsExactly(
                        "Сюда: https://go.example/l/code1001",
                        "Сюда: https://shop.example",
                        "https://go.example/l/code1003");
        assertThat(post("/api/v1/messages", HELLO.replace("\"reference\"", "\"short_links\":true,\"reference\"")))
                .hasStatus(201);
    }

    @Test
    void writesNoLinksForWhatItWouldRefuse() {
        int before = links.written.get();
        path.open = false;
        try {
            String json = """
                    {"sender": "VESTNIK", "to": "+79161234567", "text": "https://shop.example", "short_links": true}""";
            assertThat(post("/api/v1/messages", json)).hasStatus(429);
        } finally {
            path.open = true;
        }
        assertThat(links.written).hasValue(before);
    }

    @Test
    void takesTheLinksBackOfWhatIsRefused() {
        links.takenBack.clear();
        String json = """
                {"messages": [
                  {"sender": "VESTNIK", "to": "+79161234567", "text": "no_money https://shop.example", "short_links": true},
                  {"sender": "VESTNIK", "to": "+79161234568", "text": "https://shop.example", "short_links": true}]}""";
        assertThat(post("/api/v1/messages", json)).hasStatusOk();
        assertThat(links.takenBack).as("the first of two").hasSize(1);
    }

    @Test
    void pointsToEachWrongField() {
        assertThat(post(
                        "/api/v1/messages",
                        "{\"to\":\"x\",\"type\":\"spam\",\"validity_minutes\":0,\"reference\":\"vestnik:secret\"}"))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"type": "urn:vestnik:problem:invalid", "status": 422, "errors": [
                      {"pointer": "/to", "code": "bad_recipient"},
                      {"pointer": "/sender", "code": "empty"},
                      {"pointer": "/text", "code": "empty"},
                      {"pointer": "/type", "code": "unknown"},
                      {"pointer": "/validity_minutes", "code": "out_of_range"},
                      {"pointer": "/reference", "code": "reserved"}]}\
                    """);
    }

    @Test
    void refusesWithAStatusThatSaysWhoMustAct() {
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "no_money")))
                .hasStatus(402)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:no-money\"}");
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "account_closed")))
                .hasStatus(403);
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "sender_not_allowed")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/sender\",\"code\":\"sender_not_allowed\"}]}");
        assertThat(post("/api/v1/messages", "{\"text\":")).hasStatus(400);
        assertThat(post("/api/v1/messages", HELLO, "nobody", "")).hasStatus(401);
        assertThat(post("/api/v1/messages", HELLO, "test-without-messages:send", ""))
                .hasStatus(403)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:no-right\"}");
    }

    @Test
    void boundsTheNumberOfMessagesAndTheSizeOfARequest() {
        String message = "{\"to\":\"+79161234567\",\"sender\":\"V\",\"text\":\"t\"}";
        String tooMany = IntStream.range(0, 10_001)
                .mapToObj(_ -> message)
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
        assertThat(post("/api/v1/messages", tooMany))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/messages\",\"code\":\"out_of_range\"}]}");
        assertThat(post("/api/v1/campaigns", "{\"text\":\"" + "x".repeat(1024 * 1024) + "\"}"))
                .hasStatus(413)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:too-large\"}");
        assertThat(path.taken).isEmpty();
    }

    @Test
    void doesARequestOnceUnderItsKey() {
        assertThat(post("/api/v1/messages", HELLO, "test-all", "once-1")).hasStatus(201);
        assertThat(post("/api/v1/messages", HELLO, "test-all", "once-1"))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true")
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"1001\",\"parts\":1,\"price\":\"2.3500\"}");
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "Пока"), "test-all", "once-1"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:idempotency-key-reused\"}");
        assertThat(post("/api/v1/messages", HELLO, "test-all", "once 1")).hasStatus(400);
        assertThat(path.taken).hasSize(1);
    }

    @Test
    void forgetsTheKeyOfWhatItRefused() {
        String poor = HELLO.replace("Привет", "no_money");
        assertThat(post("/api/v1/messages", poor, "test-all", "poor-1")).hasStatus(402);
        assertThat(post("/api/v1/messages", HELLO, "test-all", "poor-1")).hasStatus(201);
    }

    @Test
    void saysThatARequestIsStillUnderWay() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        path.gate = gate;
        CompletableFuture<MvcTestResult> first =
                CompletableFuture.supplyAsync(() -> post("/api/v1/messages", HELLO, "test-all", "slow-1"));
        path.awaitSomebodyAtTheGate();
        path.gate = null;

        assertThat(post("/api/v1/messages", HELLO, "test-all", "slow-1"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:idempotency-in-flight\"}");
        gate.countDown();
        assertThat(first.join()).hasStatus(201);
        assertThat(path.taken).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void takesAMessageOnceThoughTheServerDiesBeforeItAnswers(OnePath.Death death) {
        String key = "death-" + death;
        path.death = death;
        assertThat(post("/api/v1/messages", HELLO, "test-all", key)).hasStatus(500);
        assertThat(post("/api/v1/messages", HELLO.replace("Привет", "Пока"), "test-all", key))
                .hasStatus(422);
        for (int again = 0; again < 2; again++) {
            assertThat(post("/api/v1/messages", HELLO, "test-all", key))
                    .hasStatus(201)
                    .bodyJson()
                    .isStrictlyEqualTo("{\"id\":\"1001\",\"parts\":1,\"price\":\"2.3500\"}");
        }
        assertThat(path.taken).hasSize(1);
    }

    @Test
    void takesABatchOnceThoughTheServerDiesBeforeItAnswers() {
        String both = "{\"messages\":[" + HELLO + "," + HELLO + "]}";
        path.death = OnePath.Death.AFTER_STORING;
        assertThat(post("/api/v1/messages", both, "test-all", "death-of-both")).hasStatus(500);
        assertThat(post("/api/v1/messages", both, "test-all", "death-of-both"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\":[{\"id\":\"1001\"},{\"id\":\"1002\"}]}");
        assertThat(path.taken).hasSize(2);
    }

    @Test
    void writesToAGroupOnceThoughTheServerDiesBeforeItAnswers() {
        String letter = "{\"groups\":[\"11\"],\"sender\":\"VESTNIK\",\"text\":\"[Имя], привет\"}";
        group.people = List.of(person("79161234567"), person("79161234568"));
        path.death = OnePath.Death.AFTER_STORING;
        assertThat(post("/api/v1/messages/to-groups", letter, "test-all", "death-of-group"))
                .hasStatus(500);
        group.people = List.of(person("79161234567"), person("79161234569"));
        assertThat(post("/api/v1/messages/to-groups", letter, "test-all", "death-of-group"))
                .as("somebody else is in the group")
                .hasStatus(409);
        group.people = List.of();
        assertThat(post("/api/v1/messages/to-groups", letter, "test-all", "death-of-group"))
                .as("refused, and not forgotten")
                .hasStatus(422);
        group.people = List.of(person("79161234567"));
        assertThat(post("/api/v1/messages/to-groups", letter, "test-all", "death-of-group"))
                .hasStatus(409);
        group.people = List.of(person("79161234567"), person("79161234568"));
        assertThat(post("/api/v1/messages/to-groups", letter, "test-all", "death-of-group"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\":[{\"id\":\"1001\"},{\"id\":\"1002\"}]}");
        assertThat(path.taken).hasSize(2);
    }

    private static Recipient person(String phone) {
        return new Recipient(phone, Map.of("name", "Анна"));
    }

    @Test
    void keepsTheKeyOfWhatMayHaveBeenDone() {
        String draft = "{\"text\": \"Привет\", \"groups\": [\"11\"]}";
        campaign.away = true;
        try {
            assertThat(post("/api/v1/campaigns", draft, "test-all", "away-1")).hasStatus(503);
        } finally {
            campaign.away = false;
        }
        assertThat(post("/api/v1/campaigns", draft, "test-all", "away-1"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:idempotency-in-flight\"}");
    }

    @Test
    void showsMessagesByFilterAndPage() {
        assertThat(get("/api/v1/messages/1001")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"id": "1001", "state": "sent", "marks": [], "sender": "VESTNIK", "recipient": "+79161234567", "kind": "text", "text": "Привет",
             "parts": 1, "price": "2.3500", "mcc_mnc": "25001", "way": "api", "campaign": "12",
             "reference": "order-1", "created_at": "2026-11-21T09:00:00Z", "sent_at": "2026-11-21T09:00:00Z"}\
            """);
        assertThat(get("/api/v1/messages/7")).hasStatus(404);
        assertThat(get("/api/v1/messages/not-an-id")).hasStatus(404);
        assertThat(get("/api/v1/messages?campaign=12&limit=1"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\":[{\"id\":\"1001\"}],\"next\":\"1001\"}");
        assertThat(get("/api/v1/messages?state=sent&recipient=7916&sender=shop&reference=order-1"
                        + "&since=2026-11-21T00:00:00Z&before=2026-11-22T00:00:00Z"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[],\"next\":\"900\"}");
        assertThat(path.asked)
                .containsExactly(
                        new MessageFilter(new CampaignId(12), null, null),
                        new MessageFilter(
                                null,
                                MessageState.SENT,
                                "7916",
                                List.of(new Condition("sender", Condition.Test.IS, "shop")),
                                "order-1",
                                Instant.parse("2026-11-21T00:00:00Z"),
                                Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(get("/api/v1/messages?state=lost&since=yesterday&limit=0&cursor=abc"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/state\"},{\"pointer\":\"/since\"},"
                        + "{\"pointer\":\"/limit\"},{\"pointer\":\"/cursor\"}]}");
        assertThat(get("/api/v1/messages?reference=\0&sender=\0"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\":[{\"pointer\":\"/sender\",\"code\":\"bad_characters\"},"
                        + "{\"pointer\":\"/reference\",\"code\":\"bad_characters\"}]}");
    }

    @Test
    void tellsTheBalanceAndTheGroups() {
        assertThat(get("/api/v1/balance"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"available\":\"990.0000\",\"held\":\"10.5000\",\"currency\":\"RUB\"}");
        assertThat(get("/api/v1/groups"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"items\":[{\"id\":\"11\",\"name\":\"Клиенты\",\"contacts\":950,\"segment\":false}]}");
    }
}
