package io.vestnik.platform.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import io.vestnik.platform.smppserver.domain.SmppSystem;
import io.vestnik.platform.smppserver.domain.Systems;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SystemPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Systems systems;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsThePasswordOfANewSystemIdOnceAndKeepsItNowhere() {
        MvcTestResult created = create("shop-1", "4", "192.0.2.0/24");
        assertThat(created).hasStatusOk().bodyText().contains("shop-1", "Скопируйте пароль сейчас");
        assertThat(page("/smppserver")).hasStatusOk().bodyText().contains("shop-1", "192.0.2.0/24", "0 из 4");
        assertThat(jdbc.sql("SELECT octet_length(digest) FROM smppserver.system WHERE system_id = 'shop-1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    @Test
    void saysWhatIsWrongBesideEachField() {
        assertThat(create("ab", "4", "")).hasStatus(422).bodyText().contains("Нужно от 3 до 15");
        assertThat(create("shop-2", "101", "nowhere"))
                .hasStatus(422)
                .bodyText()
                .contains("Нужно число от 1 до 100", "Нужны адреса или сети", "shop-2");
        assertThat(create("shop-3", "4", "")).hasStatusOk();
        assertThat(create("shop-3", "4", "")).hasStatus(422).bodyText().contains("Это имя занято");
    }

    @Test
    void letsReceiptsTellTheCostOnlyWhereItIsSwitchedOn() {
        create("shop-7", "4", "");
        SmppSystem system = system("shop-7");
        assertThat(system.terms().costs()).isFalse();
        assertThat(change(system, "4", "costs")).hasStatus3xxRedirection();
        assertThat(system("shop-7").terms().costs()).isTrue();
        assertThat(page("/smppserver/" + system.id()))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<input[^>]*name=\"costs\"[^>]*checked");
        assertThat(change(system("shop-7"), "4")).hasStatus3xxRedirection();
        assertThat(system("shop-7").terms().costs()).isFalse();
    }

    @Test
    void showsTheDifferenceToWhoSavesAfterSomebodyElse() {
        create("shop-4", "4", "");
        SmppSystem system = system("shop-4");
        assertThat(change(system, "7")).hasStatus3xxRedirection();
        assertThat(change(system, "9")).hasStatus(409).bodyText().contains("Настройки изменил кто-то ещё", "7", "9");
        assertThat(system("shop-4").terms().binds()).isEqualTo(7);
    }

    @Test
    void switchesOffOnAndRevokesForGood() {
        create("shop-5", "4", "");
        SmppSystem system = system("shop-5");
        String path = "/smppserver/" + system.id();
        assertThat(post(path + "/off")).hasStatus3xxRedirection();
        assertThat(system("shop-5").open()).isFalse();
        assertThat(post(path + "/on")).hasStatus3xxRedirection();
        assertThat(system("shop-5").open()).isTrue();
        assertThat(post(path + "/password")).hasStatusOk().bodyText().contains("Скопируйте пароль сейчас");
        assertThat(post(path + "/revoke")).hasStatus3xxRedirection();
        assertThat(page(path)).hasStatus(404);
        assertThat(create("shop-5", "4", "")).as("it is never given out again").hasStatus(422);
    }

    @Test
    void showsOnThePageOfAMessageWhenItsReceiptWasGivenToTheProgram() {
        create("shop-6", "4", "");
        MessageId message = sent(new Feedback(null, "smpp:shop-6", 1));
        jdbc.sql(
                        "INSERT INTO smppserver.given (at, system, receipted, state) VALUES (clock_timestamp(), :system, :id, 2)")
                .param("system", system("shop-6").id())
                .param("id", message.value())
                .update();
        String there = "/smppserver/about/" + message;

        assertThat(page("/pipeline/messages/" + message))
                .hasStatusOk()
                .bodyText()
                .contains(there);
        assertThat(page(there))
                .hasStatusOk()
                .bodyText()
                .contains("Программа подтвердила отчёт", "DELIVRD, message_id " + message);
        assertThat(page("/smppserver/about/" + sent(Feedback.NONE)))
                .hasStatusOk()
                .bodyText()
                .isBlank();
    }

    private MessageId sent(Feedback feedback) {
        NewMessage message = new NewMessage(
                SignIns.who("client", context).account(),
                null,
                Way.SMPP,
                TrafficType.SERVICE,
                "VESTNIK",
                "79162230001",
                Body.text("Отчёт программе"),
                Duration.ofHours(1),
                feedback,
                null);
        return ((Acceptance.Accepted) context.getBean(Pipeline.class)
                        .accept(List.of(message))
                        .join()
                        .getFirst())
                .id();
    }

    private SmppSystem system(String systemId) {
        Who who = SignIns.who("client", context);
        return systems.list(who.account()).stream()
                .filter(system -> system.systemId().equals(systemId))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult create(String systemId, String binds, String addresses) {
        return mvc.post()
                .uri("/smppserver")
                .with(SignIns.as("client", context))
                .with(csrf())
                .header("Accept-Language", "ru")
                .param("systemId", systemId)
                .param("modes", "BOTH")
                .param("binds", binds)
                .param("window", "100")
                .param("tps", "0")
                .param("alphabet", "GSM")
                .param("traffic", "CODE")
                .param("addresses", addresses)
                .exchange();
    }

    private MvcTestResult change(SmppSystem system, String binds, String... switchedOn) {
        var request = mvc.post()
                .uri("/smppserver/" + system.id())
                .with(SignIns.as("client", context))
                .with(csrf())
                .header("Accept-Language", "ru")
                .param("version", Integer.toString(system.version()))
                .param("binds", binds)
                .param("window", "100")
                .param("tps", "0");
        for (String name : switchedOn) {
            request.param(name, "true");
        }
        return request.exchange();
    }

    private MvcTestResult post(String path) {
        return mvc.post()
                .uri(path)
                .with(SignIns.as("client", context))
                .with(csrf())
                .header("Accept-Language", "ru")
                .exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get()
                .uri(path)
                .with(SignIns.as("client", context))
                .header("Accept-Language", "ru")
                .exchange();
    }
}
