package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.ClickMarks;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.shell.BuilderWalk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class CampaignPagesTests extends AsPerson {
    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Jobs jobs;

    private static void await(BooleanSupplier met) {
        Awaitility.await().until(met::getAsBoolean);
    }

    private CampaignId previewed(String text, String... phones) {
        Draft draft = new Draft("Скидка", "VESTNIK", text, List.of(), List.of(phones), Duration.ofHours(12));
        Saved saved = campaigns.save(client(), null, 0, draft);
        assertThat(saved).isInstanceOf(Saved.Kept.class);
        CampaignId id = ((Saved.Kept) saved).id();
        assertThat(campaigns.preview(client(), id)).isInstanceOf(Saved.Kept.class);
        await(() -> find(id).state() == CampaignState.PREVIEWED);
        return id;
    }

    private Campaign find(CampaignId id) {
        return campaigns.find(client().account(), id).orElseThrow();
    }

    private CampaignId queued(String... phones) {
        CampaignId id = previewed("Привет!", phones);
        assertThat(post("/campaigns/" + id + "/confirm", "preview", "1")).hasRedirectedUrl("/campaigns/" + id);
        await(() ->
                find(id).counts().values().stream().mapToLong(Long::longValue).sum() == phones.length);
        return id;
    }

    @Test
    void showsTheFormWithSendersPlaceholdersAndALiveCounter() {
        assertThat(get("/campaigns/new"))
                .hasStatusOk()
                .bodyText()
                .contains("VESTNIK", "data-insert=\"[Имя]\"", "hx-post=\"/campaigns/measure\"")
                .doesNotContain("??", "style=");
        assertThat(post("/campaigns/measure", "text", "Привет, [Имя]", "sender", "VESTNIK"))
                .hasStatusOk()
                .bodyText()
                .contains("1 часть", "17 знаков", "Привет, Александр", "«П»", "У каждого получателя текст свой");
    }

    @Test
    void keepsWhatIsTypedAndTellsTheBrowserItsAddress() {
        MvcTestResult first = post("/campaigns/draft", "text", "Черновой текст", "sender", "VESTNIK", "version", "0");
        assertThat(first).hasStatusOk().bodyText().contains("Черновик сохранён");
        String address = String.valueOf(first.getResponse().getHeader("HX-Replace-Url"));
        assertThat(address).matches("/campaigns/\\d+/edit");
        assertThat(get(address)).hasStatusOk().bodyText().contains("Черновой текст");
        assertThat(post("/campaigns/draft", "version", "0")).hasStatus(204);
    }

    static Stream<Arguments> whatIsWrong() {
        return Stream.of(
                Arguments.of("text", "Привет, [Кличка]", "Подстановки «Кличка» нет"),
                Arguments.of("text", "", "Напишите текст"),
                Arguments.of("text", "т".repeat(4_001), "Текст длиннее 4000"),
                Arguments.of("sender", "STRANGER", "Имя «STRANGER» вам не разрешено"),
                Arguments.of("sender", "", "Выберите имя отправителя"),
                Arguments.of("phones", "", "Выберите группу или впишите номера"),
                Arguments.of("groups", "987654", "Выбранной группы больше нет"));
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void saysAtItsFieldWhatIsWrong(String field, String value, String message) {
        List<String> fields = new ArrayList<>(
                List.of("sender", "VESTNIK", "text", "Привет", "phones", "89161234567", "version", "0"));
        int at = fields.indexOf(field);
        if (at >= 0) {
            fields.set(at + 1, value);
        } else {
            fields.addAll(List.of(field, value));
        }
        assertThat(post("/campaigns/preview", fields.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains(message, "class=\"v-fault\"")
                .doesNotContain("??");
    }

    @Test
    void showsWhatChangedWhenSomeoneElseKeptAnotherVersion() {
        Saved saved = campaigns.save(
                client(), null, 0, new Draft("", "VESTNIK", "Первый", List.of(), List.of(), Duration.ofHours(1)));
        String id = ((Saved.Kept) saved).id().toString();
        post("/campaigns/draft", "id", id, "version", "1", "text", "Второй", "sender", "VESTNIK");

        assertThat(post("/campaigns/preview", "id", id, "version", "1", "text", "Третий", "sender", "VESTNIK"))
                .hasStatus(422)
                .bodyText()
                .contains("Пока вы писали", "<del>Второй</del>", "<ins>Третий</ins>", "name=\"version\" value=\"2\"");
    }

    @Test
    void previewsRealTextsAndTheButtonCarriesCountAndPrice() {
        CampaignId id = previewed("Привет!", "89161234567", "+7 903 000-00-01", "12");

        assertThat(get("/campaigns/" + id + "/preview"))
                .hasStatusOk()
                .bodyText()
                .contains("Отправить 2 сообщения за", "Привет!", "1 из 2", "Это не телефонный номер")
                .contains("Связи с оператором сейчас нет")
                .doesNotContain("??", "style=");
        assertThat(get("/campaigns/" + id + "/preview?sample=1")).bodyText().contains("2 из 2");
        assertThat(get("/campaigns/" + id + "/left-out?reason=bad_number"))
                .hasStatusOk()
                .bodyText()
                .contains("<span>12</span>", "Это не телефонный номер");
    }

    @Test
    void confirmsOnceHoweverOftenTheButtonIsPressed() {
        CampaignId id = queued("89161234567");

        assertThat(post("/campaigns/" + id + "/confirm", "preview", "1")).hasRedirectedUrl("/campaigns/" + id);
        assertThat(get("/campaigns/" + id + "/preview")).hasRedirectedUrl("/campaigns/" + id);
        assertThat(get("/campaigns/" + id + "/edit")).hasRedirectedUrl("/campaigns/" + id);
    }

    @Test
    void refusesAPreviewThatIsNotTheOneThatWasShown() {
        CampaignId id = previewed("Привет!", "89161234567");

        MvcTestResult answer = post("/campaigns/" + id + "/confirm", "preview", "7");
        assertThat(answer).hasRedirectedUrl("/campaigns/" + id + "/preview");
        assertThat(answer.getMvcResult().getFlashMap().get("toast")).asString().contains("Ничего не отправлено");
        assertThat(find(id).state()).isEqualTo(CampaignState.PREVIEWED);
    }

    @Test
    void showsWhereTheCampaignStandsAndThatItWaitsForTheRoute() {
        CampaignId id = queued("89161234567", "89030000001");

        assertThat(get("/campaigns/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Отправляется", "Сообщения ждут в очереди", "МТС", "Билайн", "data-live-event=\"board\"")
                .doesNotContain("??", "style=");
        assertThat(get("/campaigns/" + id + "/messages?q=8916"))
                .hasStatusOk()
                .bodyText()
                .contains("+7\u00a0916\u00a0123-45-67")
                .doesNotContain("+7\u00a0903", "??");
    }

    @Test
    void pausesResumesAndCancels() {
        CampaignId id = queued("89161234567");

        assertThat(post("/campaigns/" + id + "/pause")).hasRedirectedUrl("/campaigns/" + id);
        assertThat(find(id).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(get("/campaigns/" + id)).bodyText().contains("Приостановлена", "Продолжить");
        post("/campaigns/" + id + "/resume");
        assertThat(find(id).state()).isEqualTo(CampaignState.RUNNING);
        post("/campaigns/" + id + "/cancel");
        assertThat(find(id).state()).isEqualTo(CampaignState.CANCELLED);
        await(() -> find(id).finishedAt() != null);
    }

    @Test
    void exportsTheMessagesAsAJob() {
        CampaignId id = queued("89161234567");
        MessageId message = context.getBean(Pipeline.class)
                .list(client().account(), new MessageFilter(id, null, null), null, 1)
                .items()
                .getFirst()
                .id();
        context.getBean(ClickMarks.class)
                .clicked(List.of(new ClickMarks.Clicked(client().account(), message, message.second())));

        String address = String.valueOf(post("/campaigns/" + id + "/export", "format", "csv")
                .getResponse()
                .getRedirectedUrl());
        assertThat(address).matches("/campaigns/" + id + "/export/\\d+");
        JobId job = new JobId(Long.parseLong(address.substring(address.lastIndexOf('/') + 1)));
        await(() -> jobs.find(client().account(), job)
                .map(it -> it.state() == Job.State.DONE)
                .orElse(false));
        MvcTestResult page = get(address);
        assertThat(page).hasStatusOk().bodyText().contains("1 сообщение в таблице");
        String file = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?s).*href=\"(/files/\\d+)\".*", "$1");
        String table = new String(get(file).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(table).contains("+79161234567", "Привет!", "МТС", "Отметки", ";Кл;");
        assertThat(get("/cabinet/reports"))
                .as("it is among the generated files")
                .hasStatusOk()
                .bodyText()
                .contains(file, "Выгрузка сообщений");
    }

    @Test
    void narrowsCampaignsAndMessagesByConditions() {
        CampaignId id = queued("89161234567", "89030000001");

        assertThat(BuilderWalk.walk("/campaigns", this::get)).isGreaterThan(15);
        assertThat(BuilderWalk.walk("/campaigns/" + id + "/messages", this::get))
                .isGreaterThan(15);
        assertThat(get("/campaigns/" + id + "/messages?f0=parts&o0=less&v0=2"))
                .bodyText()
                .contains("916", "903");
        assertThat(get("/campaigns/" + id + "/messages?f0=parts&o0=more&v0=1&f1=error&o1=empty"))
                .bodyText()
                .contains("Ничего не найдено");
    }

    @Test
    void hidesCampaignsFromOtherAccounts() {
        CampaignId id = queued("89161234567");

        for (String page : List.of("", "/preview", "/edit", "/messages", "/left-out", "/events")) {
            MvcTestResult answer = mvc.get()
                    .uri("/campaigns/" + id + page)
                    .with(SignIns.as("partner", context))
                    .exchange();
            assertThat(answer.getResponse().getStatus()).as(page).isIn(403, 404);
        }
        assertThat(get("/campaigns/999999999")).hasStatus(404);
    }

    @Test
    void listsCampaignsByStateAndName() {
        previewed("Привет!", "89161234567");

        assertThat(get("/campaigns?q=скид&state=previewed"))
                .hasStatusOk()
                .bodyText()
                .contains("Скидка", "Готова к отправке")
                .doesNotContain("??");
        assertThat(get("/campaigns?q=нет такой")).hasStatusOk().bodyText().contains("Ничего");
    }

    @Test
    void workThatSendsIsCancelledByWhoeverMaySend() {
        Who all = client();
        Who viewer = new Who(all.account(), all.user(), null, all.name(), Set.of("work:view", "campaigns:view"));
        JobId sending = jobs.start(all.account(), "campaigns.expand", "{\"campaign\": 999999999}");
        JobId counting = jobs.start(all.account(), "campaigns.preview", "{\"campaign\": 999999999, \"preview\": 1}");
        assertThat(mvc.get().uri("/jobs/" + sending).with(SignIns.as(viewer))).hasStatus(404);
        assertThat(mvc.get().uri("/jobs/" + counting).with(SignIns.as(viewer)))
                .as("who looks at a campaign sees how far its preview is")
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/jobs/" + sending + "/cancel")
                        .with(SignIns.as(viewer))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/jobs/" + counting + "/cancel")
                        .with(SignIns.as(viewer))
                        .with(csrf()))
                .hasStatus(403);
    }
}
