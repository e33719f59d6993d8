package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Sample;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.OperatorLine;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Tried;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.pipeline.SettledRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignDoorTests extends AsProgram {
    @Autowired
    private FakeDoors.OneCampaign campaign;

    @Autowired
    private SettledRules settings;

    @BeforeEach
    void startAnew() {
        settings.settle(SendingTerms.USUAL);
        campaign.saved = new Saved.Kept(FakeDoors.OneCampaign.ID, 1);
        campaign.confirmation = new Confirmation.Started(FakeDoors.OneCampaign.ID, FakeDoors.NOW);
        campaign.preview = null;
        campaign.trouble = null;
        campaign.state = CampaignState.RUNNING;
        campaign.confirmedAt = FakeDoors.NOW;
    }

    @Test
    void letsNothingGoOnOrFasterAtAnHourWhenTheKeyMayNotSend() {
        for (String act : List.of("resume", "speed")) {
            assertThat(post("/api/v1/campaigns/12/" + act, "{}", "test-bound", ""))
                    .as(act)
                    .hasStatus(403)
                    .hasHeader("Retry-After", "3601")
                    .bodyJson()
                    .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:key-hours\"}");
        }
        assertThat(post("/api/v1/campaigns/12/pause", "", "test-bound", "")).hasStatusOk();
    }

    @Test
    void goesByTheSettingsOfTheAccountWhereTheRequestSaysNothing() {
        Hours hours = Hours.daily(LocalTime.of(9, 0), LocalTime.of(21, 0));
        settings.settle(new SendingTerms(
                new SendingTerms.Allowed(hours, Outside.WAIT, true), false, "SHOP", Duration.ofHours(24), true));
        assertThat(post("/api/v1/campaigns", "{\"text\": \"Привет\", \"groups\": [\"11\"]}"))
                .hasStatus(201);
        assertThat(campaign.draft.sender()).isEqualTo("SHOP");
        assertThat(campaign.draft.manner().shortLinks()).isTrue();
        assertThat(campaign.draft.timing().allowed()).isEqualTo(new Allowed(hours, Whose.ACCOUNT));
        assertThat(post("/api/v1/campaigns", """
            {"text": "Привет", "groups": ["11"], "short_links": false, "hours": {"from": "00:00", "to": "00:00"}}\
            """)).hasStatus(201);
        assertThat(campaign.draft.manner().shortLinks()).isFalse();
        assertThat(campaign.draft.timing().allowed()).isEqualTo(new Allowed(Hours.ALWAYS, Whose.ACCOUNT));
    }

    @Test
    void keepsACampaignAndPreviewsIt() {
        assertThat(post("/api/v1/campaigns", """
            {"name": "Скидка", "sender": "VESTNIK", "text": "Привет, [Имя]", "groups": [11],
             "phones": ["+79161234567"], "minus_groups": ["12"], "tags": ["Осень", "Осень"], "short_links": true,
             "reserve_sender": "SHOP", "validity_minutes": 60}\
            """))
                .hasStatus(201)
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"12\",\"version\":1,\"state\":\"draft\"}");
        assertThat(campaign.draft.timing()).isEqualTo(new Timing(Duration.ofHours(1)));
        assertThat(campaign.draft.audience().minus()).containsExactly(new GroupId(12));
        assertThat(campaign.draft.manner()).isEqualTo(new Manner(true, "SHOP", List.of("Осень")));
        assertThat(post("/api/v1/campaigns/12/preview", "{}"))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"job\":\"8\"}");
        assertThat(get("/api/v1/campaigns/12/preview"))
                .hasStatus(404)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:preview-not-ready\"}");

        campaign.preview = new Preview(
                3,
                "VESTNIK",
                2,
                2,
                Money.of("7"),
                Money.of("990"),
                List.of(new OperatorLine("25001", "МТС", 2, 2, Money.of("7"))),
                Map.of("no_price", 1L),
                Map.of("name", 1L),
                List.of(new Sample("79161234567", "Привет, Анна", 1, Money.of("3.5"), "longest")),
                List.of(new Tried("Привет", 2, Money.of("7")), new Tried("Здравствуйте", 4, Money.of("14"))),
                List.of(new Fault("text", "too_few_codes", "1")),
                false);
        assertThat(get("/api/v1/campaigns/12/preview")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"number": 3, "sender": "VESTNIK", "recipients": 2, "parts": 2, "cost": "7.0000", "available": "990.0000",
             "by_operator": [{"mcc_mnc": "25001", "operator": "МТС", "recipients": 2, "parts": 2, "cost": "7.0000"}],
             "left_out": {"no_price": 1}, "empty": {"name": 1},
             "tried": [{"text": "A", "parts": 2, "cost": "7.0000"}, {"text": "B", "parts": 4, "cost": "14.0000"}],
             "samples": [{"phone": "+79161234567", "text": "Привет, Анна", "parts": 1, "price": "3.5000"}],
             "faults": [{"pointer": "/text", "code": "too_few_codes", "detail": "1"}], "test": false}\
            """);
    }

    @Test
    void saysWhyACampaignCannotBePreviewed() {
        campaign.saved = new Saved.Refused(List.of(new Fault("text", "unknown_placeholder", "Кличка")));
        assertThat(post("/api/v1/campaigns/12/preview", "{}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"errors": [{"pointer": "/text", "code": "unknown_placeholder", "detail": "Кличка"}]}\
                    """);
        assertThat(post("/api/v1/campaigns/13/preview", "{}")).hasStatus(404);
    }

    @Test
    void saysWhereAListHasNothingInAPlace() {
        assertThat(post("/api/v1/campaigns", """
            {"text": "Привет", "groups": ["11", null], "phones": [null], "minus_groups": [null], "tags": ["Осень", null],
             "hours": {"from": "09:00", "to": "21:00", "days": [1, null]}, "trial": {"others": [null], "goal": "clicks"}}\
            """))
                .hasStatus(422)
                .bodyText()
                .contains("/groups/1", "/phones/0", "/minus_groups/0", "/tags/1", "/hours/days/1", "/trial/others/0");
    }

    @Test
    void saysWhyAPreviewCameToNothing() {
        campaign.trouble = "preview_failed";

        assertThat(get("/api/v1/campaigns/12/preview"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:preview-failed\",\"trouble\":\"preview_failed\"}");
        assertThat(get("/api/v1/campaigns/12"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"trouble\":\"preview_failed\"}");
    }

    @Test
    void listsWhoIsLeftOutByReason() {
        assertThat(get("/api/v1/campaigns/12/left-out"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
            {"items": [{"phone": "+79161234567", "reason": "stopped"}, {"phone": "no number", "reason": "bad_number"}]}\
            """);
        assertThat(get("/api/v1/campaigns/12/left-out?reason=stopped"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": [{\"phone\": \"+79161234567\", \"reason\": \"stopped\"}]}");
        assertThat(get("/api/v1/campaigns/12/left-out?reason=weather")).hasStatus(422);
        assertThat(get("/api/v1/campaigns/13/left-out")).hasStatus(404);
    }

    @Test
    void readsWhenACampaignIsSent() {
        assertThat(post("/api/v1/campaigns", """
            {"sender": "VESTNIK", "text": "Привет", "start_at": "2026-12-01T10:00", "start_clock": "recipient",
             "spread_minutes": 90, "hours": {"from": "09:00", "to": "21:00", "days": [1, 5]}, "quiet_hours": true}\
            """)).hasStatus(201);
        assertThat(campaign.draft.timing())
                .isEqualTo(new Timing(
                        Duration.ofHours(24),
                        new Start.At(LocalDateTime.parse("2026-12-01T10:00"), Whose.RECIPIENT),
                        new Spread.Over(Duration.ofMinutes(90)),
                        new Allowed(
                                new Hours(
                                        LocalTime.of(9, 0),
                                        LocalTime.of(21, 0),
                                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                                Whose.ACCOUNT),
                        true));
        assertThat(post("/api/v1/campaigns", """
            {"start_at": "tomorrow", "start_clock": "mine", "spread_minutes": 0, "hours": {"from": "9", "days": [8]}}\
            """)).hasStatus(422).bodyJson().isLenientlyEqualTo("""
            {"errors": [{"pointer": "/start_at", "code": "not_a_time"}, {"pointer": "/start_clock", "code": "unknown"},
                        {"pointer": "/spread_minutes", "code": "out_of_range"},
                        {"pointer": "/hours/from", "code": "not_a_time"}, {"pointer": "/hours/days", "code": "out_of_range"}]}\
            """);
        assertThat(post("/api/v1/campaigns/12/speed", "{\"per_hour\": 500}")).hasStatusOk();
        assertThat(post("/api/v1/campaigns/12/speed", "{\"per_hour\": 0}")).hasStatus(422);
    }

    @Test
    void confirmsAPreviewOrSaysWhyNot() {
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\":3}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"12\",\"state\":\"running\",\"confirmed_at\":\"2026-11-21T09:00:00Z\"}");
        assertThat(post("/api/v1/campaigns/12/confirm", "{}")).hasStatus(422);
        campaign.confirmation = new Confirmation.Outdated(4);
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\":3}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:outdated\",\"current\":4}");
        campaign.confirmation = new Confirmation.NoMoney(Money.of("7"), Money.of("5"));
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\":3}")).hasStatus(402);
    }

    @Test
    void confirmsOnlyWhatFitsIntoTheLimitsOfTheKey() {
        campaign.preview = new Preview(
                3,
                "VESTNIK",
                2,
                2,
                Money.of("7"),
                Money.of("990"),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
        campaign.confirmedAt = null;
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\":3}", "test-bound", ""))
                .hasStatus(429)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:key-limit\",\"quota\":\"messages-day\"}");
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\":3}")).hasStatusOk();
        campaign.confirmedAt = FakeDoors.NOW;
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\":3}", "test-bound", ""))
                .as("it goes already")
                .hasStatusOk();
        assertThat(post(
                        "/api/v1/campaigns/12/await-payment",
                        "{\"preview\": 3, \"by_itself\": true}",
                        "test-bound",
                        ""))
                .hasStatus(403)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:key-bound\"}");
    }

    @Test
    void listsCampaignsByState() {
        assertThat(get("/api/v1/campaigns?state=running&limit=1"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
            {"items": [{"id": "12", "state": "running"}], "next": "12"}\
            """);
        assertThat(get("/api/v1/campaigns?state=asleep&limit=0&cursor=x"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
            {"errors": [{"pointer": "/state", "code": "unknown"}, {"pointer": "/limit", "code": "out_of_range"},
                        {"pointer": "/cursor", "code": "not_a_cursor"}]}\
            """);
    }

    @Test
    void readsADraftBackAsItWasWritten() {
        String written = """
            {"name": "Скидка", "sender": "VESTNIK", "text": "Привет", "groups": ["11"], "phones": ["+79161234567"],
             "minus_groups": ["12"], "short_links": true, "reserve_sender": "SHOP", "tags": ["Осень"],
             "start_at": "2026-12-01T10:00", "start_clock": "recipient", "spread_minutes": 90,
             "hours": {"from": "09:00", "to": "21:00", "days": [1, 5], "clock": "account"}, "quiet_hours": true,
             "holidays": "recipient",
             "stop_above": 20, "cap": {"messages": 3, "days": 7}, "validity_minutes": 60,
             "trial": {"others": ["Здравствуйте"], "share": 30, "goal": "clicks", "hours": 2, "by_itself": false}}\
            """;
        assertThat(put("/api/v1/campaigns/12", "{\"version\": 1, \"draft\": " + written + "}"))
                .hasStatusOk();
        assertThat(get("/api/v1/campaigns/12/draft"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"version\": 1, \"draft\": " + written + "}");
        assertThat(post("/api/v1/campaigns/12/repeat", "{}")).hasStatus(201);
        assertThat(put("/api/v1/campaigns/13", "{}")).hasStatus(404);
        assertThat(put("/api/v1/campaigns/12", "{\"draft\": {\"validity_minutes\": 0}}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/draft/validity_minutes\"}]}");
    }

    @Test
    void saysWhyADraftIsNotChanged() {
        campaign.saved = new Saved.Stale(
                campaign.find(FakeDoors.SHOP, FakeDoors.OneCampaign.ID).orElseThrow());
        assertThat(put("/api/v1/campaigns/12", "{\"version\": 7, \"draft\": {}}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:stale\", \"current\": 1}");
        campaign.saved = new Saved.Refused(List.of(new Fault("campaign", "already_started", "running")));
        assertThat(put("/api/v1/campaigns/12", "{\"version\": 1, \"draft\": {}}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:already-started\"}");
    }

    @Test
    void putsACampaignAsideUntilItCanBePaid() {
        assertThat(post("/api/v1/campaigns/12/await-payment", "{\"preview\": 3, \"by_itself\": true}"))
                .hasStatusOk();
        assertThat(campaign.awaited).isTrue();
        assertThat(post("/api/v1/campaigns/12/await-payment", "{}")).hasStatus(422);
        campaign.state = CampaignState.PREVIEWED;
        assertThat(post("/api/v1/campaigns/12/await-payment", "{\"preview\": 2}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:outdated\",\"current\":3}");
        assertThat(post("/api/v1/campaigns/13/await-payment", "{\"preview\": 3}"))
                .hasStatus(404);
        assertThat(delete("/api/v1/campaigns/12")).hasStatus(204);
    }

    @Test
    void tellsWhereACampaignStandsAndSteersIt() {
        assertThat(get("/api/v1/campaigns/12")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"id": "12", "state": "running", "recipients": 2, "cost": "7.0000",
             "counts": {"delivered": 1, "sent": 1}, "marks": {"clicked": 1, "unsubscribed": 0},
             "confirmed_at": "2026-11-21T09:00:00Z"}\
            """);
        assertThat(get("/api/v1/campaigns/13")).hasStatus(404);
        assertThat(post("/api/v1/campaigns/12/pause", "")).hasStatusOk();
        assertThat(post("/api/v1/campaigns/12/resume", ""))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\":\"urn:vestnik:problem:wrong-state\",\"state\":\"running\"}");
    }

    @Test
    void putsRecipientsIntoAGroupThatIsThere() {
        assertThat(post("/api/v1/campaigns/12/to-group", "{\"whom\": \"liked\", \"group\": \"5\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("/whom", "/group");
        assertThat(post("/api/v1/campaigns/12/to-group", "{\"whom\": \"not_clicked\", \"group\": \"11\"}"))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"job\":\"21\"}");
        assertThat(post("/api/v1/campaigns/13/to-group", "{}")).hasStatus(404);
    }

    @Test
    void saysThatASecondPersonHasToApprove() {
        campaign.confirmation = new Confirmation.AwaitsApproval(FakeDoors.NOW);
        assertThat(post("/api/v1/campaigns/12/confirm", "{\"preview\": 3}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"type\":\"urn:vestnik:problem:approval-required\",\"asked_at\":\"2026-11-21T09:00:00Z\"}");
    }

    @Test
    void triesTextsAndTellsHowTheyFare() {
        assertThat(post("/api/v1/campaigns", """
            {"text": "Раз", "trial": {"others": ["Два"], "share": 10, "goal": "deliveries", "hours": 2}}""")).hasStatus(201);
        assertThat(campaign.draft.trial())
                .isEqualTo(new Trial(List.of("Два"), 10, Trial.Goal.DELIVERIES, Duration.ofHours(2), true));
        assertThat(post("/api/v1/campaigns", "{\"trial\": {\"goal\": \"likes\", \"hours\": 100}}"))
                .hasStatus(422)
                .bodyText()
                .contains("/trial/goal", "/trial/hours");
        assertThat(post("/api/v1/campaigns", "{\"text\": \"Раз\", \"trial\": {\"others\": [\"Два\", null]}}"))
                .hasStatus(422)
                .bodyText()
                .contains("/trial/others/1");
        assertThat(get("/api/v1/campaigns/12/trial")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"goal": "clicks", "best": "B", "certainty": 0.75, "decide_at": "2026-11-21T09:00:00Z",
             "texts": [{"text": "A", "messages": 100, "delivered": 90, "clicked": 5}, {"text": "B"}]}""");
        assertThat(post("/api/v1/campaigns/12/trial", "{\"text\": \"B\"}")).hasStatusOk();
        assertThat(post("/api/v1/campaigns/12/trial", "{\"text\": \"A\"}")).hasStatus(409);
        assertThat(post("/api/v1/campaigns/12/trial", "{\"text\": \"Z\"}")).hasStatus(422);
        assertThat(get("/api/v1/campaigns/13/trial")).hasStatus(404);
    }
}
