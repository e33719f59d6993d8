package io.vestnik.platform.numbering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.numbering.NumberingFixtures;
import io.vestnik.platform.numbering.domain.PlanLoad;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class NumberingPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final NumberingFixtures fixtures;

    @Autowired
    NumberingPagesTests(MockMvcTester mvc, ApplicationContext context, NumberingFixtures fixtures) {
        this.mvc = mvc;
        this.context = context;
        this.fixtures = fixtures;
    }

    @Test
    void takesARegisterAndTellsWhatCameOfIt() {
        PlanLoad load = fixtures.end(upload(
                "register",
                NumberingFixtures.register(
                        "387;0;9999989;9999990;ООО \"Ромашка\";Омская обл.;5000000001",
                        "387;9999990;9999999;10;ООО \"Василёк\";Тридевятая обл.;5000000002")));
        assertThat(load.state()).isEqualTo(PlanLoad.State.DONE);
        for (String language : new String[] {"ru", "en"}) {
            for (String page : new String[] {"/numbering", "/numbering/load", "/numbering/loads/" + load.id()}) {
                assertThat(get(page, language))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
        assertThat(get("/numbering/loads/" + load.id(), "ru"))
                .bodyText()
                .contains("Василёк", "2505000000002", "Тридевятая обл.", "plan.csv");
        assertThat(get("/numbering", "ru")).bodyText().contains("Коды 3xx", "plan.csv");
    }

    @Test
    void showsWhatIsKnownOfANumberHoweverItIsWritten() {
        assertThat(get("/numbering?number=8 (916) 123-45-67", "ru"))
                .bodyText()
                .contains("Россия", "МТС", "25001", "Москва и Московская область", "Europe/Moscow");
        assertThat(get("/numbering?number=12", "ru")).bodyText().contains("от 7 до 15 цифр");
        PlanLoad load =
                fixtures.end(upload("ported", NumberingFixtures.table(StandardCharsets.UTF_8, "79979990001;25002")));
        assertThat(load.state()).isEqualTo(PlanLoad.State.DONE);
        awaitLookUp("79979990001", "номер перенесён", "МегаФон");
    }

    @Test
    void putsARefusedPlanInForceOnlyWhenItIsAskedTo() {
        fixtures.load(NumberingFixtures.register("487;0;9999999;10000000;ООО \"Ромашка\";Омская обл.;5000000001"));
        PlanLoad refused = fixtures.end(
                upload("register", NumberingFixtures.register("487;0;99;100;ООО \"Лютик\";Омская обл.;5000000003")));
        assertThat(refused.state()).isEqualTo(PlanLoad.State.REFUSED);
        assertThat(get("/numbering/loads/" + refused.id(), "ru")).bodyText().contains("Загрузить всё равно");
        awaitLookUp("74870000000", "Ромашка");
        long forced = load(mvc.post()
                .uri("/numbering/loads/" + refused.id() + "/force")
                .with(SignIns.as("operator", context))
                .with(csrf())
                .exchange());
        assertThat(fixtures.end(forced).state()).isEqualTo(PlanLoad.State.DONE);
        awaitLookUp("74870000000", "Лютик");
    }

    @Test
    void isForTheOperatorOnly() {
        for (String login : new String[] {"partner", "client"}) {
            assertThat(mvc.get().uri("/numbering").with(SignIns.as(login, context)))
                    .hasStatus(403);
        }
    }

    /** A node hears of a plan in force a moment after it is. */
    private void awaitLookUp(String number, String... words) {
        await().untilAsserted(() ->
                assertThat(get("/numbering?number=" + number, "ru")).bodyText().contains(words));
    }

    private MvcTestResult get(String page, String language) {
        return mvc.get()
                .uri(page)
                .with(SignIns.as("operator", context))
                .header("Accept-Language", language)
                .exchange();
    }

    private long upload(String kind, byte[] table) {
        return load(mvc.post()
                .uri("/numbering/load/" + kind)
                .multipart()
                .file(new MockMultipartFile("file", "plan.csv", "text/csv", table))
                .with(SignIns.as("operator", context))
                .with(csrf().asHeader())
                .exchange());
    }

    private static long load(MvcTestResult answer) {
        String location = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }
}
