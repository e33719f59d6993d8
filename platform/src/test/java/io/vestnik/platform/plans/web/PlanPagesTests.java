package io.vestnik.platform.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.plans.domain.Run;
import io.vestnik.platform.plans.domain.RunState;
import io.vestnik.platform.plans.domain.RunStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of plans. What is made here lies far ahead, so that nothing runs by itself. */
class PlanPagesTests extends AsPerson {
    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Planner desk;

    @Autowired
    private RunStore runs;

    @Autowired
    private Contacts contacts;

    @Test
    void makesAPlanOutOfADraftAndShowsWhenItRuns() {
        CampaignId draft = draft();

        assertThat(get("/plans/new?campaign=" + draft))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + draft + "\" selected");
        MvcTestResult made = post("/plans", form("campaign", draft.toString()));
        String page = Objects.requireNonNull(made.getResponse().getRedirectedUrl());

        assertThat(page).matches("/plans/\\d+");
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("по понедельникам и средам, если это нечётное число, осенью, в 12:00 и 14:00")
                .contains("пн, 3 сентября 2091, 12:00")
                .contains("RRULE:FREQ=DAILY;BYMONTH=9,10,11;BYMONTHDAY=1,3,5")
                .contains("Приходите");
        assertThat(get("/plans?q=Осенняя"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"" + page + "\"")
                .contains("пн, 3 сентября 2091, 12:00");
    }

    @Test
    void showsTheNextTenRunsAsOneChooses() {
        assertThat(post("/plans/look", form("weekdays", "1")))
                .hasStatusOk()
                .bodyText()
                .contains("по понедельникам, если это нечётное число, осенью, в 12:00 и 14:00")
                .satisfies(body -> assertThat(body.split("<li>", -1)).hasSize(11));
    }

    @Test
    void tellsPlainlyWhatCannotBe() {
        assertThat(post("/plans/look", form("months", "2", "dates", "31")))
                .bodyText()
                .contains("Такого дня не бывает");
        assertThat(post("/plans/look", form("times", "25:00"))).bodyText().contains("Не время: 25:00");
        assertThat(post("/plans/look", form("times", "12:00 12:10"))).bodyText().contains("не меньше 15 минут");
        assertThat(post("/plans/look", form("times", ""))).bodyText().contains("хотя бы одно время");
        assertThat(post("/plans/look", form("end", "until", "until", "2091-01-01")))
                .bodyText()
                .contains("Последний день раньше первого");
        assertThat(post("/plans/look", form("from", "2020-01-01", "end", "after", "runs", "1")))
                .bodyText()
                .contains("Все дни этого плана уже прошли");
        assertThat(post(
                        "/plans/look",
                        form(
                                "months",
                                "2",
                                "dates",
                                "1",
                                "every",
                                "2",
                                "unit",
                                "months",
                                "from",
                                "2091-01-01",
                                "weekdays",
                                "")))
                .bodyText()
                .contains("не сработает никогда");
        assertThat(post("/plans/look", form("weekdays", "", "dates", "")))
                .bodyText()
                .contains("Выберите дни недели или числа");
        MvcTestResult refused = post("/plans", form("campaign", "0", "name", ""));
        assertThat(refused).hasStatus(422).bodyText().contains("Назовите план").contains("Выберите сообщение");
    }

    @Test
    void goesEveryDayOnlyWhereThatIsSaid() {
        assertThat(post("/plans", form("name", "Молча", "weekdays", "", "dates", "")))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"e-days\"", "отметьте все дни недели");
        assertThat(post("/plans/rule", form("rule", "FREQ=DAILY;BYHOUR=18;BYMINUTE=30")))
                .hasStatusOk()
                .bodyText()
                .contains("каждый день, в 18:30")
                .containsPattern("name=\"weekdays\"[^>]*value=\"7\"[^>]*checked");
    }

    @Test
    void listsGreetingsApart() {
        PlanId plan = made();
        assertThat(get("/plans?kind=calendar")).hasStatusOk().bodyText().contains("/plans/" + plan + "\"");
        assertThat(get("/plans?kind=greeting"))
                .hasStatusOk()
                .bodyText()
                .contains("Поздравления")
                .doesNotContain("/plans/" + plan + "\"");
    }

    @Test
    void offersNoGreetingWhereNobodysDateIsKnown() {
        Draft typed = new Draft("Одному", "VESTNIK", "Привет", List.of(), List.of("89161234567"), Duration.ofHours(12));
        CampaignId id = ((Saved.Kept) campaigns.save(client(), null, 0, typed)).id();
        campaigns.preview(client(), id);
        await().until(() -> campaigns.previewed(client().account(), id).isPresent());
        assertThat(get("/campaigns/" + id + "/preview"))
                .hasStatusOk()
                .bodyText()
                .contains("/plans/new?campaign=" + id)
                .doesNotContain("/plans/greetings/new?campaign=" + id);
        assertThat(get("/plans/greetings/new?campaign=" + id))
                .hasStatusOk()
                .bodyText()
                .contains("В этом сообщении нет групп");
    }

    @Test
    void takesARuleOverIntoTheForm() {
        assertThat(post("/plans/rule", form("rule", "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=18;BYMINUTE=30")))
                .hasStatusOk()
                .bodyText()
                .contains("в последний день месяца, в 18:30")
                .contains("value=\"18:30\"");
        assertThat(post("/plans/rule", form("rule", "FREQ=SECONDLY;INTERVAL=5")))
                .hasStatus(422)
                .bodyText()
                .contains("Так планировщик не умеет: FREQ=SECONDLY")
                .contains("value=\"12:00, 14:00\"");
    }

    @Test
    void runsByHandACampaignOfItsOwnUntilItIsSent() {
        PlanId plan = made();

        assertThat(post("/plans/" + plan + "/run")).hasStatus3xxRedirection();

        Run sent = await().until(() -> newest(plan), run -> run.state().isOver());
        assertThat(sent.state()).isEqualTo(RunState.SENT);
        assertThat(sent.recipients()).isEqualTo(1);
        CampaignId campaign = Objects.requireNonNull(sent.campaign());
        assertThat(campaigns.find(client().account(), campaign).orElseThrow().state())
                .isIn(CampaignState.RUNNING, CampaignState.FINISHED);
        assertThat(get("/plans/" + plan))
                .bodyText()
                .contains("href=\"/campaigns/" + campaign + "\"")
                .contains("Отправлена")
                .contains("вручную");
    }

    @Test
    void pausesResumesDeletesAndBringsBack() {
        PlanId plan = made();

        post("/plans/" + plan + "/pause");
        assertThat(desk.find(client().account(), plan).orElseThrow().state()).isEqualTo(PlanState.PAUSED);
        post("/plans/" + plan + "/resume");
        assertThat(desk.find(client().account(), plan).orElseThrow().state()).isEqualTo(PlanState.ACTIVE);
        post("/plans/" + plan + "/delete");
        assertThat(get("/plans/" + plan)).hasStatus(404);
        post("/plans/" + plan + "/restore");

        assertThat(get("/plans/" + plan)).hasStatusOk().bodyText().contains("Приостановлен");
    }

    @Test
    void tellsASaveThatComesTooLateInWhatItDiffers() {
        PlanId plan = made();
        String campaign = desk.find(client().account(), plan)
                .orElseThrow()
                .terms()
                .pattern()
                .toString();
        String[] ours = form("campaign", campaign, "version", "1", "name", "Наше");

        assertThat(post("/plans/" + plan, form("campaign", campaign, "version", "1", "name", "Чужое")))
                .hasStatus3xxRedirection();
        assertThat(post("/plans/" + plan, ours))
                .hasStatus(409)
                .bodyText()
                .contains("План изменил кто-то другой")
                .contains("Чужое")
                .contains("Наше");
    }

    @Test
    void keepsDaysOffOfTheAccount() {
        try {
            assertThat(post("/plans/days-off", "day", "2091-09-03", "name", "Переезд"))
                    .hasStatus3xxRedirection();
            assertThat(get("/plans/days-off"))
                    .bodyText()
                    .contains("03.09.2091")
                    .contains("Переезд")
                    .contains("2024, 2025, 2026");
            assertThat(post("/plans/look", form("holiday", "skip")))
                    .bodyText()
                    .contains("в праздники не отправляется")
                    .contains("Переносы выходных на 2091 год ещё не известны")
                    .doesNotContain("3 сентября 2091");
        } finally {
            assertThat(post("/plans/days-off/remove", "day", "2091-09-03")).hasStatus3xxRedirection();
        }
        assertThat(post("/plans/days-off", "day", "soon")).hasStatus(422);
    }

    @Test
    void makesAGreetingOutOfADraft() {
        GroupId guests = contacts.groupNamed(client().account(), "Гости").id();
        String draft = draft(List.of(guests)).toString();
        assertThat(post("/plans/greetings", greeting(draft().toString(), "3", "10:00")))
                .hasStatus(422)
                .bodyText()
                .contains("В этом сообщении нет групп");

        assertThat(get("/plans/greetings/new?campaign=" + draft))
                .hasStatusOk()
                .bodyText()
                .contains("День рождения");
        MvcTestResult made = post("/plans/greetings", greeting(draft, "3", "10:00"));
        String page = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("День рождения, за 3 дня, в 10:00 по часам получателя")
                .contains(page + "/greeting");
        assertThat(get(page + "/greeting")).hasStatusOk().bodyText().contains("value=\"before\" selected");
        assertThat(get("/plans")).bodyText().contains("День рождения, за 3 дня");

        assertThat(post("/plans/greetings", greeting(draft, "200", "25:00")))
                .hasStatus(422)
                .bodyText()
                .contains("Целое число от 1 до 180")
                .contains("Не время: 25:00");
        post(page + "/delete");
    }

    private static String[] greeting(String draft, String days, String time) {
        return new String[] {
            "name",
            "С днём рождения",
            "campaign",
            draft,
            "version",
            "0",
            "field",
            "birthday",
            "side",
            "before",
            "days",
            days,
            "time",
            time,
            "leap",
            "february",
            "late",
            "3"
        };
    }

    @Test
    void exportsTheList() {
        made();

        assertThat(get("/plans/export?format=csv")).hasStatusOk().bodyText().contains("Осенняя");
    }

    @Test
    void letsWhoOnlyLooksSeePlansAndChangeNothing() {
        assertThat(mvc.get().uri("/plans").with(SignIns.as("operator", context)).exchange())
                .hasStatus(403);
    }

    private CampaignId draft() {
        return draft(List.of());
    }

    private CampaignId draft(List<GroupId> groups) {
        Draft draft =
                new Draft("Осенняя", "VESTNIK", "Приходите", groups, List.of("+79161234567"), Duration.ofHours(12));
        return ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
    }

    private PlanId made() {
        String page = Objects.requireNonNull(post("/plans", form("campaign", draft().toString()))
                .getResponse()
                .getRedirectedUrl());
        return new PlanId(Long.parseLong(page.substring("/plans/".length())));
    }

    private Run newest(PlanId plan) {
        return runs.list(client().account(), plan, null, null, 1).items().getFirst();
    }

    /** Odd days of autumn that are Mondays or Wednesdays, with these fields otherwise; an empty value leaves a box empty. */
    private static String[] form(String... others) {
        List<String> fields = new ArrayList<>(List.of(others));
        List<String> named = Stream.iterate(0, i -> i < others.length, i -> i + 2)
                .map(i -> others[i])
                .toList();
        String[] usual = {
            "name",
            "Осенняя",
            "version",
            "0",
            "times",
            "12:00, 14:00",
            "every",
            "1",
            "unit",
            "days",
            "from",
            "2091-09-01",
            "end",
            "never",
            "zone",
            "Europe/Moscow",
            "holiday",
            "run",
            "late",
            "3"
        };
        for (int i = 0; i < usual.length; i += 2) {
            if (!named.contains(usual[i])) {
                fields.addAll(List.of(usual[i], usual[i + 1]));
            }
        }
        boxes(fields, named, "months", Stream.of(9, 10, 11));
        boxes(fields, named, "weekdays", Stream.of(1, 3));
        boxes(fields, named, "dates", Stream.iterate(1, i -> i <= 31, i -> i + 2));
        return fields.toArray(String[]::new);
    }

    private static void boxes(List<String> fields, List<String> named, String name, Stream<Integer> usual) {
        if (!named.contains(name)) {
            usual.forEach(it -> fields.addAll(List.of(name, it.toString())));
        }
    }
}
