package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.campaigns.domain.TemplateDesk;
import io.vestnik.platform.campaigns.domain.TemplateStore;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TemplatePagesTests extends AsPerson {
    private static final String TEMPLATES = "/campaigns/templates";
    private static final AtomicInteger MADE = new AtomicInteger();

    private static final Audience TO_NOBODY = new Audience(List.of(), List.of());
    private static final Timing HOURS = new Timing(Duration.ofHours(1));

    /** Names are taken once; a test may be tried again. */
    private final String own = " " + MADE.incrementAndGet();

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Contacts contacts;

    @Autowired
    private TemplateStore templates;

    @Autowired
    private TemplateDesk desk;

    private StoredTemplate named(String name) {
        return templates.list(client().account(), null, name).getFirst();
    }

    private StoredTemplate made(String folder, String name, String text, List<GroupId> groups) {
        Draft draft = new Draft(
                name,
                "VESTNIK",
                text,
                new Audience(groups, List.of("+79160000001")),
                new Timing(Duration.ofHours(3)),
                new Manner(false, null, List.of("Осень")),
                null);
        assertThat(desk.keep(client(), null, 0, folder, draft)).isInstanceOf(Templates.Answer.Kept.class);
        return named(name);
    }

    @Test
    void keepsTheFormAsATemplateWithoutTypedNumbersAndGoesOn() {
        GroupId group = contacts.groupNamed(client().account(), "Для шаблона").id();
        MvcTestResult answer = post(
                TEMPLATES + "/keep",
                "text",
                "Скидка [Имя]",
                "sender",
                "VESTNIK",
                "groups",
                group.toString(),
                "phones",
                "+79160000002",
                "tags",
                "Лето, Лето, Обувь",
                "templateName",
                "Летняя скидка" + own,
                "templateFolder",
                "Акции");

        String address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(address).matches("/campaigns/\\d+/edit");
        assertThat(body(get(address))).contains("Скидка [Имя]", "+79160000002");
        StoredTemplate kept = named("Летняя скидка" + own);
        assertThat(kept.folder()).isEqualTo("Акции");
        assertThat(kept.draft().audience()).isEqualTo(new Audience(List.of(group), List.of()));
        assertThat(kept.draft().manner().tags()).containsExactly("Лето", "Обувь");
    }

    @Test
    void saysAtTheFieldWhyItCannotBeKept() {
        made("", "Занято" + own, "Текст", List.of());

        assertThat(body(post(TEMPLATES + "/keep", "text", "Другой", "templateName", "занято" + own)))
                .contains("Шаблон «занято" + own + "» в этой папке уже есть.", "Другой");
        assertThat(body(post(TEMPLATES + "/new", "name", " ", "text", "")))
                .contains("Назовите шаблон.", "Напишите текст.");
    }

    @Test
    void fillsTheFormAndKeepsWhomItIsForWhereTheTemplateDoesNotSay() {
        StoredTemplate template = made("", "Заполнить" + own, "По шаблону", List.of());
        MvcTestResult answer = post(
                "/campaigns/fill", "template", Long.toString(template.id()), "phones", "+79160000003", "text", "Было");

        String address = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        CampaignId id = new CampaignId(Long.parseLong(address.replaceAll("\\D", "")));
        Draft draft = campaigns.find(client().account(), id).orElseThrow().draft();
        assertThat(draft.text()).isEqualTo("По шаблону");
        assertThat(draft.audience().phones()).containsExactly("+79160000003");
        assertThat(draft.timing().validity()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void listsByFolderAndWordsAndWritesFromOne() {
        StoredTemplate sale = made("Продажи", "Чёрная пятница" + own, "Только сегодня", List.of());
        made("Сервис", "Запись" + own, "Вы записаны", List.of());

        assertThat(body(get(TEMPLATES + "?folder=Продажи")))
                .contains("Чёрная пятница" + own)
                .doesNotContain("Вы записаны");
        assertThat(body(get(TEMPLATES + "?q=записаны")))
                .contains("Запись" + own)
                .doesNotContain("Чёрная пятница" + own);
        assertThat(body(get(TEMPLATES + "/" + sale.id() + "/write"))).contains("Только сегодня");
        assertThat(body(get(TEMPLATES + "/" + sale.id())))
                .contains("Продажи", "Только сегодня", "data-insert=\"[Имя]\"");
    }

    @Test
    void tellsOfAChangeInAnotherWindowAndKeepsWhatWasTyped() {
        StoredTemplate template = made("", "Двое" + own, "Первый", List.of());
        String address = TEMPLATES + "/" + template.id();
        assertThat(post(address, "version", "1", "name", "Двое" + own, "text", "Второй"))
                .hasStatus3xxRedirection();

        MvcTestResult stale = post(address, "version", "1", "name", "Двое" + own, "text", "Третий");
        assertThat(stale).hasStatus(422);
        assertThat(body(stale)).contains("Шаблон изменили в другом окне", "Второй", "Третий");
        assertThat(named("Двое" + own).draft().text()).isEqualTo("Второй");
    }

    @Test
    void deletesAndTakesBack() {
        StoredTemplate template = made("", "На время" + own, "Текст", List.of());
        String address = TEMPLATES + "/" + template.id();

        assertThat(post(address + "/delete")).hasRedirectedUrl(TEMPLATES);
        assertThat(get(address)).hasStatus(404);
        assertThat(post(address + "/restore")).hasRedirectedUrl(TEMPLATES);
        assertThat(get(address)).hasStatusOk();
    }

    @Test
    void repeatsACampaignAsItWas() {
        Draft draft = new Draft("Осень", "VESTNIK", "Ещё раз", List.of(), List.of("+79160000009"), Duration.ofHours(6));
        Saved saved = campaigns.save(client(), null, 0, draft);
        String page = body(get("/campaigns/" + ((Saved.Kept) saved).id() + "/repeat"));

        assertThat(page)
                .contains("Ещё раз", "+79160000009")
                .doesNotContain("name=\"id\" value=\"" + ((Saved.Kept) saved).id());
    }

    @Test
    void narrowsTheListByTags() {
        Manner tagged = new Manner(false, null, List.of("Обувь", "Весна" + own));
        Draft draft = new Draft("С меткой" + own, "VESTNIK", "Текст", TO_NOBODY, HOURS, tagged, null);
        assertThat(campaigns.save(client(), null, 0, draft)).isInstanceOf(Saved.Kept.class);
        Draft other = new Draft("Без метки" + own, "VESTNIK", "Текст", TO_NOBODY, HOURS, Manner.PLAIN, null);
        assertThat(campaigns.save(client(), null, 0, other)).isInstanceOf(Saved.Kept.class);

        assertThat(body(get("/campaigns?f0=tags&o0=has&v0=Весна" + own)))
                .contains("С меткой" + own)
                .doesNotContain("Без метки" + own);
    }
}
