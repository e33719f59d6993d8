package io.vestnik.platform.pipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.pipeline.domain.SendingDesk;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page on which an owner settles how the account sends. */
class SendingPagesTests extends AsPerson {
    private static final String[] BY_DAY = {
        "limited",
        "true",
        "from",
        "09:00",
        "to",
        "21:00",
        "days",
        "1",
        "days",
        "2",
        "days",
        "3",
        "days",
        "4",
        "days",
        "5",
        "days",
        "6",
        "days",
        "7",
        "outside",
        "wait",
        "transactional",
        "true",
        "validity",
        "24",
        "sender",
        "VESTNIK",
        "homeOnly",
        "true",
        "shortLinks",
        "true",
        "quiet",
        "true",
        "zone",
        "Europe/Moscow"
    };

    @Autowired
    SendingDesk desk;

    @Autowired
    SendingRules rules;

    @Autowired
    Accounts accounts;

    @AfterEach
    void settleNothing() {
        desk.forget(client(), desk.of(client().account()).version());
    }

    private MvcTestResult settle(String version, String... fields) {
        return post(
                "/pipeline/sending",
                Stream.concat(Stream.of("version", version), Stream.of(fields)).toArray(String[]::new));
    }

    @Test
    void settlesHoursCountryAndWhatIsUsualAndFillsANewCampaignWithIt() {
        assertThat(get("/pipeline/sending"))
                .hasStatusOk()
                .bodyText()
                .contains("Своих настроек пока нет", "Только номера своей страны (Россия)")
                .doesNotContain("??");
        assertThat(settle("0", BY_DAY)).hasRedirectedUrl("/pipeline/sending");
        Hours hours = Hours.daily(LocalTime.of(9, 0), LocalTime.of(21, 0));
        assertThat(rules.of(client().account()))
                .isEqualTo(new SendingTerms(
                                new SendingTerms.Allowed(hours, Outside.WAIT, true),
                                true,
                                "VESTNIK",
                                Duration.ofHours(24),
                                true)
                        .keepingQuiet(true));
        assertThat(get("/pipeline/sending"))
                .hasStatusOk()
                .bodyText()
                .contains("Убрать свои настройки")
                .doesNotContain("Своих настроек пока нет", "??");
        assertThat(get("/campaigns/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Номера других стран не получат")
                .containsPattern("name=\"when.limited\"[^>]*checked|checked[^>]*name=\"when.limited\"")
                .containsPattern("name=\"when.quiet\"[^>]*checked|checked[^>]*name=\"when.quiet\"")
                .containsPattern("name=\"shortLinks\"[^>]*checked|checked[^>]*name=\"shortLinks\"");
        assertThat(post("/pipeline/sending/forget", "version", "1")).hasRedirectedUrl("/pipeline/sending");
        assertThat(rules.of(client().account())).isEqualTo(SendingTerms.USUAL);
    }

    @Test
    void aNewCampaignBeginsWithNotLeavingOnHolidaysWhereThatIsSettled() {
        assertThat(settle(
                        "0",
                        Stream.concat(Stream.of(BY_DAY), Stream.of("notOnHolidays", "true"))
                                .toArray(String[]::new)))
                .hasRedirectedUrl("/pipeline/sending");
        assertThat(rules.of(client().account()).notOnHolidays()).isTrue();
        assertThat(get("/pipeline/sending"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("name=\"notOnHolidays\"[^>]*checked|checked[^>]*name=\"notOnHolidays\"");
        assertThat(get("/campaigns/new"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<option value=\"account\" selected=\"selected\">Не отправлять в праздники");
        assertThat(settle("0", BY_DAY)).hasStatus(409).bodyText().contains("Не отправлять рассылки в праздники");
    }

    @Test
    void saysInPlainWordsWhatCannotBeSettled() {
        assertThat(settle("0", "limited", "true", "from", "09:00", "to", "21:00", "validity", "24", "zone", "UTC"))
                .hasStatus(422)
                .bodyText()
                .contains("Так часы никогда не откроются");
        assertThat(settle("0", with(BY_DAY, "validity", "6")))
                .hasStatus(422)
                .bodyText()
                .contains("выберите не меньше, чем 13 часов");
        assertThat(settle(
                        "0",
                        "limited",
                        "true",
                        "from",
                        "09:00",
                        "to",
                        "21:00",
                        "days",
                        "1",
                        "outside",
                        "wait",
                        "validity",
                        "72",
                        "zone",
                        "UTC"))
                .hasStatus(422)
                .bodyText()
                .contains("выберите отказ или добавьте дни");
        assertThat(settle("0", with(BY_DAY, "sender", "STRANGER")))
                .hasStatus(422)
                .bodyText()
                .contains("Этим именем аккаунт не может отправлять");
        assertThat(settle("0", with(BY_DAY, "zone", "Mars/Base")))
                .hasStatus(422)
                .bodyText()
                .contains("пояса нет");
        assertThat(desk.of(client().account()).own()).isFalse();
    }

    private static String[] with(String[] fields, String name, String value) {
        String[] other = fields.clone();
        for (int i = 0; i < other.length; i += 2) {
            if (other[i].equals(name)) {
                other[i + 1] = value;
            }
        }
        return other;
    }

    @Test
    void showsWhoeverSavesLateWhatTheOtherOneKept() {
        settle("0", BY_DAY);
        assertThat(settle("0", with(BY_DAY, "to", "18:00")))
                .hasStatus(409)
                .bodyText()
                .contains("Настройки уже изменил кто-то другой", "09:00–21:00", "09:00–18:00")
                .contains("name=\"version\" value=\"1\"")
                .doesNotContain("??");
        assertThat(settle("1", with(BY_DAY, "to", "18:00"))).hasRedirectedUrl("/pipeline/sending");
        assertThat(desk.of(client().account()).version()).isEqualTo(2);
    }

    @Test
    void movesTheAccountToAnotherZone() {
        ZoneId before = accounts.get(client().account()).zone();
        settle("0", with(BY_DAY, "zone", "Asia/Omsk"));
        assertThat(accounts.get(client().account()).zone()).isEqualTo(ZoneId.of("Asia/Omsk"));
        settle("1", with(BY_DAY, "zone", before.getId()));
        assertThat(accounts.get(client().account()).zone()).isEqualTo(before);
    }

    @Test
    void isForTheOwnerAlone() {
        Who owner = client();
        Who viewer = new Who(owner.account(), owner.user(), null, owner.name(), Set.of("messages:view"));
        assertThat(mvc.get().uri("/pipeline/sending").with(SignIns.as(viewer))).hasStatus(403);
    }
}
