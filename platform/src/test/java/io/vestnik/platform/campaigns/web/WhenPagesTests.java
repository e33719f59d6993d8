package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.holidays.ProductionCalendar;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.shell.Toast;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages that say when a campaign is sent, and what waits for money. */
class WhenPagesTests extends AsPerson {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Clock clock;

    private Campaign find(CampaignId id) {
        return campaigns.find(client().account(), id).orElseThrow();
    }

    private void counted(CampaignId id) {
        Awaitility.await().until(() -> find(id).state() == CampaignState.PREVIEWED);
    }

    @Test
    void saysWhatTheTimingComesToInAPlaceOfItsOwn() {
        assertThat(get("/campaigns/new"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "when.start",
                        "Начнём, как только подтвердите",
                        "hx-post=\"/campaigns/when\" hx-target=\"this\"")
                .doesNotContain("??");
        assertThat(post("/campaigns/when", "when.start", "at", "when.at", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Укажите день и время");
        assertThat(post("/campaigns/when", "when.spread", "rate", "when.rate", "500", "when.limited", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Не больше 500 сообщений в час", "Выберите хотя бы один день недели");
        assertThat(post(
                        "/campaigns/when",
                        "minutes",
                        "360",
                        "when.limited",
                        "true",
                        "when.from",
                        "09:00",
                        "when.to",
                        "21:00",
                        "when.days",
                        "1",
                        "when.days",
                        "2"))
                .hasStatusOk()
                .bodyText()
                .contains("срок доставки 6 часов");
    }

    @Test
    void namesTheChosenHours() {
        assertThat(words("00:00", "23:00", "account", "1", "2", "3", "4", "5", "7"))
                .contains("Только с 00:00 до 23:00, пн–пт, вс, по часам аккаунта.");
        assertThat(words("09:00", "21:00", "recipient", "1", "2", "3", "4", "5", "6", "7"))
                .contains("Только с 09:00 до 21:00, по часам получателя.", "Начнём, как только подтвердите: у каждого");
        assertThat(words("10:00", "10:00", "account", "1", "2", "3", "4", "5", "6", "7"))
                .contains("Круглые сутки: начало и конец");
        assertThat(words("10:00", "10:00", "account", "6", "7")).contains("Круглые сутки, но только сб, вс,");
    }

    private String words(String from, String to, String wall, String... days) {
        List<String> form =
                new ArrayList<>(List.of("when.limited", "true", "when.from", from, "when.to", to, "when.wall", wall));
        for (String day : days) {
            form.addAll(List.of("when.days", day));
        }
        MvcTestResult page = post("/campaigns/when", form.toArray(String[]::new));
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void thePreviewPromisesNoTimeAtWhichNothingLeavesAndItsButtonIsNotActive() {
        Hours late = Hours.daily(LocalTime.of(22, 0), LocalTime.of(23, 0));
        Campaign campaign = kept(new Timing(
                Duration.ofHours(12), new Start.Now(), new Spread.AtOnce(), new Allowed(late, Whose.RECIPIENT), true));
        campaigns.preview(client(), campaign.id());
        counted(campaign.id());
        assertThat(get("/campaigns/" + campaign.id() + "/preview"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "тихие часы получателей (Россия)",
                        "Только с 22:00 до 23:00, по часам получателя",
                        "в эти часы нельзя никогда",
                        "disabled=\"disabled\"")
                .doesNotContain("Начнём, как только подтвердите", "??");
    }

    private Campaign kept(Timing timing) {
        Draft draft = new Draft("", "VESTNIK", "Привет", List.of(), List.of("89160000021"), timing.validity());
        return find(((Saved.Kept) campaigns.save(client(), null, 0, draft.at(timing))).id());
    }

    @Test
    void openingTheFormChangesNoLifetime() {
        Timing timing = new Timing(Duration.ofMinutes(90));
        Campaign campaign = kept(timing);
        String edit = "/campaigns/" + campaign.id() + "/edit";
        assertThat(get(edit)).hasStatusOk().bodyText().contains("<option value=\"90\" selected=\"selected\">");
        assertThat(post(
                        "/campaigns/draft",
                        "id",
                        campaign.id().toString(),
                        "version",
                        "1",
                        "sender",
                        "VESTNIK",
                        "text",
                        "Привет!",
                        "minutes",
                        "90"))
                .hasStatusOk();
        assertThat(find(campaign.id()).draft().timing().validity()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void whoKeepsAStaleFormSeesWhatTheOtherOneSaidOfTheTime() {
        Timing theirs = new Timing(
                Duration.ofHours(5),
                new Start.At(LocalDateTime.parse("2037-03-01T10:00"), Whose.RECIPIENT),
                new Spread.PerHour(500),
                new Allowed(Hours.daily(LocalTime.of(9, 0), LocalTime.of(18, 0)), Whose.ACCOUNT),
                true,
                20,
                new Cap(2, 7),
                Whose.RECIPIENT);
        Campaign campaign = kept(theirs);
        assertThat(post(
                        "/campaigns/preview",
                        "id",
                        campaign.id().toString(),
                        "version",
                        "0",
                        "sender",
                        "VESTNIK",
                        "text",
                        "Привет",
                        "phones",
                        "89160000021",
                        "minutes",
                        "60",
                        "when.start",
                        "now"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "<del>01.03.2037 10:00, По часам получателя</del>",
                        "<ins>Сразу после подтверждения</ins>",
                        "<del>Не больше 500 сообщений в час.</del>",
                        "<del>09:00 – 18:00, ",
                        "<del>20 %</del>",
                        "<del>2 за 7 дн.</del>",
                        "<del>Не отправлять в праздники страны получателя</del>",
                        "<ins>Отправлять и в праздники</ins>",
                        "<del>5 часов</del>",
                        "<ins>1 час</ins>")
                .doesNotContain("??");
    }

    @Test
    void saysOnWhichHolidayItDoesNotLeaveAndWhatIsNotKnownYet() {
        assertThat(get("/campaigns/new"))
                .hasStatusOk()
                .bodyText()
                .contains("when.holidays", "Отправлять и в праздники");
        assertThat(post(
                        "/campaigns/when",
                        "when.start",
                        "at",
                        "when.at",
                        "2037-05-09T10:00",
                        "when.holidays",
                        "account"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "календарь страны Россия и ваши нерабочие дни",
                        "09.05.2037 праздник: начнём 10.05.2037 00:00",
                        "Переносы выходных на 2037 год ещё не известны (Россия)")
                .doesNotContain("??");
    }

    @Test
    void thePreviewTellsWhoGetsItOnAnotherDayBecauseOfAHoliday() {
        LocalDate holiday = LocalDate.ofInstant(clock.instant(), MOSCOW).plusDays(2);
        while (!ProductionCalendar.of("RU").isHoliday(holiday)
                || ProductionCalendar.of("RU").isHoliday(holiday.plusDays(1))) {
            holiday = holiday.plusDays(1);
        }
        Timing timing = new Timing(Duration.ofHours(12))
                .from(new Start.At(holiday.atTime(10, 0), Whose.RECIPIENT))
                .notOnHolidays(Whose.RECIPIENT);
        CampaignId id = kept(timing).id();
        campaigns.preview(client(), id);
        counted(id);
        assertThat(get("/campaigns/" + id + "/preview"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        DAY.format(holiday) + " праздник. В другой день, с " + DAY.format(holiday.plusDays(1))
                                + " 00:00: 1 сообщение.",
                        "В праздники страны получателя и в ваши нерабочие дни не отправляем")
                .doesNotContain("??");
    }

    @Test
    void schedulesACampaignShowsWhenItBeginsAndCancelsIt() {
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Moscow"))
                .plusDays(3)
                .truncatedTo(ChronoUnit.MINUTES);
        String address = String.valueOf(post(
                        "/campaigns/preview",
                        "sender",
                        "VESTNIK",
                        "text",
                        "Позже",
                        "phones",
                        "89161234567",
                        "version",
                        "0",
                        "when.start",
                        "at",
                        "when.at",
                        at.toString(),
                        "when.clock",
                        "recipient")
                .getResponse()
                .getRedirectedUrl());
        assertThat(address).matches("/campaigns/\\d+/preview");
        CampaignId id = new CampaignId(Long.parseLong(address.split("/")[2]));
        counted(id);
        assertThat(get(address)).hasStatusOk().bodyText().contains("Каждый получит по своим часам", "Россия, Москва");
        assertThat(post("/campaigns/" + id + "/confirm", "preview", "1")).hasRedirectedUrl("/campaigns/" + id);
        assertThat(get("/campaigns/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Отложена", "Начнётся", "Не отправлять 1 сообщение", "Вернётся около", "Оставить как есть")
                .doesNotContain("??");
        assertThat(get("/campaigns?state=scheduled")).hasStatusOk().bodyText().contains("/campaigns/" + id);
        assertThat(post("/campaigns/" + id + "/cancel")).hasRedirectedUrl("/campaigns/" + id);
        assertThat(find(id).state()).isEqualTo(CampaignState.CANCELLED);
    }

    private CampaignId scheduled(String name) {
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Moscow"))
                .plusDays(3)
                .truncatedTo(ChronoUnit.MINUTES);
        Timing timing = new Timing(Duration.ofHours(12)).from(new Start.At(at, Whose.ACCOUNT));
        Audience one = new Audience(List.of(), List.of("89161234569"));
        Draft draft = new Draft(name, "VESTNIK", "Привет", one, timing, Manner.PLAIN, null);
        CampaignId id = ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        campaigns.preview(client(), id);
        counted(id);
        assertThat(campaigns.confirm(client(), id, 1)).isInstanceOf(Confirmation.Started.class);
        return id;
    }

    @Test
    void cancelsTheChosenOfTheListAndTellsWhatComesBack() {
        CampaignId first = scheduled("Первая отложенная");
        CampaignId second = scheduled("Вторая отложенная");
        Draft other = new Draft("Черновик", "VESTNIK", "Привет", List.of(), List.of(), Duration.ofHours(12));
        CampaignId draft = ((Saved.Kept) campaigns.save(client(), null, 0, other)).id();
        assertThat(get("/campaigns"))
                .hasStatusOk()
                .bodyText()
                .contains("Отменить рассылки", "name=\"ids\"")
                .doesNotContain("??");
        String money = find(first)
                .cost()
                .plus(find(second).cost())
                .toDecimal()
                .setScale(2)
                .toPlainString();
        assertThat(post("/campaigns/cancel/ask", "ids", first.toString(), "ids", second.toString()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2 рассылки",
                        "Не отправлять 2 сообщения",
                        "Вернётся около " + money.replace('.', ','),
                        "value=\"" + second + "\"")
                .doesNotContain("??");
        assertThat(post("/campaigns/cancel/ask", "ids", draft.toString()))
                .as("it never was on its way")
                .hasRedirectedUrl("/campaigns");
        MvcTestResult done =
                post("/campaigns/cancel", "ids", first.toString(), "ids", second.toString(), "ids", draft.toString());
        assertThat(done).hasRedirectedUrl("/campaigns");
        assertThat(done.getMvcResult().getFlashMap().get(Toast.NAME))
                .isInstanceOfSatisfying(
                        Toast.class,
                        toast -> assertThat(toast.text())
                                .contains(
                                        "Отменено: 2 рассылки",
                                        "вернётся около " + money.replace('.', ','),
                                        "Остальные (1)"));
        assertThat(find(first).state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(find(second).state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(find(draft).state()).isEqualTo(CampaignState.DRAFT);
    }

    @Test
    void cancelsOfAllThatMatchThoseOnTheirWay() {
        CampaignId waiting = scheduled("Совпавшая отложенная");
        Draft other = new Draft("Совпавший черновик", "VESTNIK", "Привет", List.of(), List.of(), Duration.ofHours(12));
        assertThat(campaigns.save(client(), null, 0, other)).isInstanceOf(Saved.Kept.class);

        MvcTestResult done = post("/campaigns/cancel", "all", "true", "match.q", "Совпавш");

        assertThat(done.getMvcResult().getFlashMap().get(Toast.NAME))
                .isInstanceOfSatisfying(
                        Toast.class, toast -> assertThat(toast.text()).doesNotContain("Остальные"));
        assertThat(find(waiting).state()).isEqualTo(CampaignState.CANCELLED);
    }
}
