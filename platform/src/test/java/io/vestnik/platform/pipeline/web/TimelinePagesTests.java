package io.vestnik.platform.pipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.sms.Body;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class TimelinePagesTests {
    private static final String PHONE = "79162220011";
    private static final String REFERENCE = "order-timeline-1";

    private final MockMvcTester mvc;
    private final ApplicationContext context;

    @Autowired
    TimelinePagesTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @Test
    void opensAMessageByItsIdItsReferenceAndItsPhone() {
        MessageId id = send("client", "79162220012", "order-timeline-2");
        for (String words : List.of(id.toString(), "order-timeline-2", "79162220012", "8 (916) 222-00-12")) {
            assertThat(find("client", words))
                    .as(words)
                    .hasStatus3xxRedirection()
                    .hasRedirectedUrl("/pipeline/messages/" + id);
        }
    }

    @Test
    void opensTheOnlyMessageAsAPageOfItsOwnWhileOneTypes() {
        MessageId id = send("client", "79162220019", null);
        assertThat(mvc.get()
                        .uri("/pipeline/messages")
                        .param("q", "79162220019")
                        .header("HX-Request", "true")
                        .with(SignIns.as("client", context)))
                .hasStatus(204)
                .hasHeader("HX-Redirect", "/pipeline/messages/" + id);
    }

    @Test
    void listsThePhonesMessagesToChooseFromTheNewestFirst() {
        MessageId older = send("client", PHONE, null);
        MessageId newer = send("client", PHONE, REFERENCE);
        String page = body(find("client", "+" + PHONE));
        assertThat(page.indexOf(newer.toString())).isPositive().isLessThan(page.indexOf(older.toString()));
    }

    @Test
    void tellsWhoPaysWhatOnlyToThoseWhoMaySeeIt() {
        MessageId id = send("client", "79162220013", null);
        String clients = body(show("client", id));
        assertThat(clients).contains("Принято", "Стоит в очереди", "списание при");
        int clientsLevels = clients.split("строка тарифа", -1).length;
        assertThat(body(show("partner", id)).split("строка тарифа", -1).length).isGreaterThan(clientsLevels);
        assertThat(body(show("operator", id))).contains("Стоит в очереди");
    }

    @Test
    void hidesPhonesAndTextsFromThoseWithoutTheRight() {
        MessageId id = send("client", "79162220014", null);
        Who owner = SignIns.who("client", context);
        Who viewer = new Who(owner.account(), owner.user(), null, owner.name(), Set.of(PathRights.VIEW));
        String page = body(mvc.get()
                .uri("/pipeline/messages/" + id)
                .with(SignIns.as(viewer))
                .exchange());
        assertThat(page)
                .doesNotContain("222-00-14", "79162220014", "Проверка пути")
                .contains("***-**-14");
    }

    @Test
    void findsNothingOfAnotherAccountAndNothingForNonsense() {
        MessageId id = send("client", "79162220015", "order-timeline-5");
        Who operator = SignIns.who("operator", context);
        Who withinOwn = new Who(operator.account(), operator.user(), null, operator.name(), Set.of(PathRights.VIEW));
        for (String words : List.of(id.toString(), "order-timeline-5", "79162220015")) {
            assertThat(mvc.get().uri("/pipeline/messages").param("q", words).with(SignIns.as(withinOwn)))
                    .as(words)
                    .hasStatusOk();
        }
        assertThat(mvc.get().uri("/pipeline/messages/" + id).with(SignIns.as(withinOwn)))
                .hasStatus(404);
        for (String words : List.of("\u0001", "x".repeat(400), "9".repeat(40), "' OR 1=1 --", "%")) {
            assertThat(find("client", words)).as(words).hasStatusOk();
        }
    }

    @Test
    void saysThatAMessageIsAFlashAndShowsOctetsInDigits() {
        MessageId flash = send("client", "79162220021", null, new Body.Text("Дверь открыта", true));
        assertThat(body(show("client", flash))).contains("UCS-2 · флеш", "Дверь открыта");
        MessageId octets = send("client", "79162220022", null, new Body.Binary("0605040b8423f0", "00c1ff", 0xF5, 0x7F));
        assertThat(body(show("client", octets)))
                .contains(
                        "Двоичное, октетов: 10",
                        "UDH 0605040b8423f0",
                        ">00c1ff<",
                        "двоичное, data_coding 0xF5, protocol_id 0x7F");
    }

    @Test
    void saysToAWaitingPageWhenSomethingIsNew() {
        MessageId id = send("client", "79162220016", null);
        String news = "/pipeline/messages/" + id + "/news?steps=";
        assertThat(mvc.get().uri(news + 2).with(SignIns.as("client", context)))
                .hasStatus(204)
                .doesNotContainHeader("HX-Refresh");
        assertThat(mvc.get().uri(news + 1).with(SignIns.as("client", context)))
                .hasStatus(204)
                .hasHeader("HX-Refresh", "true");
    }

    private MessageId send(String login, String phone, @Nullable String reference) {
        return send(login, phone, reference, Body.text("Проверка пути"));
    }

    private MessageId send(String login, String phone, @Nullable String reference, Body body) {
        NewMessage message = new NewMessage(
                SignIns.who(login, context).account(),
                null,
                Way.API,
                TrafficType.SERVICE,
                "VESTNIK",
                phone,
                body,
                Duration.ofHours(1),
                Feedback.reference(reference),
                null);
        return ((Acceptance.Accepted) context.getBean(Pipeline.class)
                        .accept(List.of(message))
                        .join()
                        .getFirst())
                .id();
    }

    private MvcTestResult find(String login, String words) {
        return mvc.get()
                .uri("/pipeline/messages")
                .param("q", words)
                .with(SignIns.as(login, context))
                .exchange();
    }

    private MvcTestResult show(String login, MessageId id) {
        return mvc.get()
                .uri("/pipeline/messages/" + id)
                .with(SignIns.as(login, context))
                .exchange();
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
