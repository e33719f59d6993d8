package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.CampaignId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What one opened form sends may overtake itself or come twice: it is one draft, and the newest words win. */
class SheetPagesTests extends AsPerson {
    private static final Pattern PREVIEWED = Pattern.compile("/campaigns/(\\d+)/preview");
    private static final Pattern KEPT = Pattern.compile("name=\"id\" value=\"(\\d+)\"");

    @Autowired
    private Campaigns campaigns;

    private final String key = UUID.randomUUID().toString();

    private MvcTestResult send(String address, int step, String text, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "sheet.key", key, "sheet.step", Integer.toString(step), "sender", "VESTNIK", "phones", "89161234567"));
        fields.addAll(List.of("text", text));
        fields.addAll(List.of(more));
        return post(address, fields.toArray(String[]::new));
    }

    private static String found(Pattern pattern, String where) {
        Matcher matcher = pattern.matcher(where);
        assertThat(matcher.find()).as(where).isTrue();
        return matcher.group(1);
    }

    private String keptAs(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return found(KEPT, body(answer));
    }

    private String previewedAs(MvcTestResult answer) {
        return found(PREVIEWED, String.valueOf(answer.getResponse().getRedirectedUrl()));
    }

    private Draft draft(String id) {
        return campaigns
                .find(client().account(), new CampaignId(Long.parseLong(id)))
                .orElseThrow()
                .draft();
    }

    @Test
    void aFormIsOpenedWithAKeyOfItsOwn() {
        Pattern shown = Pattern.compile("name=\"sheet\\.key\" value=\"([0-9a-f-]{36})\"");
        String first = found(shown, body(get("/campaigns/new")));
        assertThat(found(shown, body(get("/campaigns/new")))).isNotEqualTo(first);
    }

    @Test
    void whatIsSentTwiceWithoutAnIdIsOneDraft() {
        String id = keptAs(send("/campaigns/draft", 1, "Первые слова"));

        assertThat(keptAs(send("/campaigns/draft", 2, "Первые слова и вторые"))).isEqualTo(id);
        assertThat(previewedAs(send("/campaigns/preview", 3, "Первые слова и третьи")))
                .isEqualTo(id);
        assertThat(draft(id).text()).isEqualTo("Первые слова и третьи");
    }

    @Test
    void theFormsOwnWordsAreNeverStrangeToIt() {
        String id = keptAs(send("/campaigns/draft", 1, "Начало"));
        keptAs(send("/campaigns/draft", 2, "Продолжение", "id", id, "version", "1"));

        assertThat(previewedAs(send("/campaigns/preview", 3, "Конец", "id", id, "version", "1")))
                .isEqualTo(id);
        assertThat(draft(id).text()).isEqualTo("Конец");
        assertThat(draft(id).name()).startsWith("Рассылка ");
    }

    @Test
    void whatWasOvertakenOnTheWayChangesNothing() {
        String id = keptAs(send("/campaigns/draft", 3, "Новое"));

        assertThat(keptAs(send("/campaigns/draft", 2, "Старое", "id", id, "version", "1")))
                .isEqualTo(id);

        assertThat(draft(id).text()).isEqualTo("Новое");
    }

    @Test
    void whatWasTakenBackIsNotUndoneByWhatWasOvertaken() {
        String id = keptAs(send("/campaigns/draft", 1, "Слова"));
        keptAs(send("/campaigns/draft", 3, "Слова", "id", id, "version", "1"));

        keptAs(send("/campaigns/draft", 2, "Слова, которых больше нет", "id", id, "version", "1"));

        assertThat(draft(id).text()).isEqualTo("Слова");
    }

    @Test
    void anotherFormIsStillToldWhatDiffers() {
        String id = keptAs(send("/campaigns/draft", 1, "Моё"));
        post(
                "/campaigns/draft",
                "id",
                id,
                "version",
                "1",
                "sender",
                "VESTNIK",
                "phones",
                "89161234567",
                "text",
                "Чужое");

        assertThat(send("/campaigns/draft", 2, "Моё, дальше", "id", id, "version", "1"))
                .hasStatusOk()
                .bodyText()
                .contains("изменён в другом окне", "data-unkept");
        assertThat(send("/campaigns/preview", 3, "Моё, дальше", "id", id, "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("<del>Чужое</del>", "<ins>Моё, дальше</ins>", "name=\"version\" value=\"2\"", key);
    }

    @Test
    void aDifferenceThatNobodyWouldSeeIsNoneAndOneGoesOn() {
        String id = keptAs(send("/campaigns/draft", 1, "Одно и то же"));
        post(
                "/campaigns/draft",
                "id",
                id,
                "version",
                "1",
                "sender",
                "VESTNIK",
                "phones",
                "89161234567",
                "text",
                "Одно и то же",
                "name",
                "Названо в другом окне");

        assertThat(previewedAs(send("/campaigns/preview", 2, "Одно и то же", "id", id, "version", "1")))
                .isEqualTo(id);
        assertThat(draft(id).name()).isEqualTo("Названо в другом окне");
    }

    @Test
    void aFormThatComesBackToLifeWritesAnotherCampaignOnceItsOwnHasLeft() {
        String id = keptAs(send("/campaigns/draft", 1, "Ушло"));
        post("/campaigns/" + id + "/delete");
        String other = keptAs(send("/campaigns/draft", 2, "Снова"));

        assertThat(other).isNotEqualTo(id);
    }
}
