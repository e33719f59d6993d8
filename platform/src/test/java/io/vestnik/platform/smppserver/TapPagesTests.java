package io.vestnik.platform.smppserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.smppserver.domain.Presence;
import io.vestnik.platform.smppserver.domain.SystemTerms;
import io.vestnik.platform.smppserver.domain.Systems;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.Answer;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.ConnectResult;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SessionListener;
import io.vestnik.smpp.SmppClient;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.Unanswered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The operator's staff look over a program's shoulder, and see neither numbers nor texts. */
@WebTest
class TapPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Systems systems;

    @Autowired
    Presence presence;

    private static final class Program implements SessionListener {
        private final List<Answer> answers = new CopyOnWriteArrayList<>();

        @Override
        public void answers(SmppSession session, List<Answer> more) {
            answers.addAll(more);
        }

        @Override
        public void requests(SmppSession session, List<Pdu.Request> requests) {}

        @Override
        public void expired(SmppSession session, List<Unanswered> expired) {}

        @Override
        public void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered) {}
    }

    private MvcTestResult post(String person, String path, String system) {
        return mvc.post()
                .uri(path)
                .with(SignIns.as(person, context))
                .with(csrf())
                .header("Accept-Language", "ru")
                .param("system", system)
                .exchange();
    }

    private MvcTestResult page(String person, String path) {
        return mvc.get()
                .uri(path)
                .with(SignIns.as(person, context))
                .header("Accept-Language", "ru")
                .exchange();
    }

    @Test
    void showsWhatAProgramSaysMaskedWhileSomebodyLooks() {
        var given = (Systems.Answer.Given) systems.create(SignIns.who("client", context), "tapped", SystemTerms.USUAL);
        assertThat(post("operator", "/smppserver/tap", "nobody"))
                .hasStatus(422)
                .bodyText()
                .contains("Такого system_id нет");
        Program program = new Program();
        try (SmppClient client = SmppClient.start(1)) {
            var bound = (ConnectResult.Bound) client.connect(
                    ClientSettings.of("127.0.0.1", presence.port().orElseThrow(), given.systemId(), given.password()),
                    program);
            assertThat(page("operator", "/smppserver/tap?system=tapped"))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("submit_sm");
            assertThat(post("operator", "/smppserver/tap", "tapped")).hasStatus3xxRedirection();
            bound.session()
                    .trySubmit(List.of(new Submission(
                            MessageBuilder.message(Address.alphanumeric("NOBODY"), Address.international("79162230077"))
                                    .content(8, "тайна".getBytes(StandardCharsets.UTF_16BE))
                                    .submitSm(),
                            null)));
            await().until(() -> program.answers.size() == 1);
            assertThat(page("operator", "/smppserver/tap/lines?system=tapped"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("submit_sm", "7916…77", "octets=10", "submit_sm_resp", "ESME_RINVSRCADR")
                    .doesNotContain("79162230077", "тайна");
            assertThat(post("operator", "/smppserver/tap/off", "tapped")).hasStatus3xxRedirection();
            assertThat(page("operator", "/smppserver/tap/lines?system=tapped"))
                    .bodyText()
                    .contains("Ни за кем не смотрят")
                    .doesNotContain("submit_sm");
        }
    }

    @Test
    void letsNobodyElseLook() {
        assertThat(page("client", "/smppserver/tap")).hasStatus(403);
        assertThat(post("client", "/smppserver/tap", "demo")).hasStatus(403);
    }

    @Test
    void showsWhatIsSupportedByTheTablesOfTheDoor() {
        assertThat(page("client", "/smppserver/supported"))
                .hasStatusOk()
                .bodyText()
                .contains("submit_multi", "принимается как сообщения", "0x0424", "0x19–0x1B");
    }
}
