package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Consents.Noted;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.contacts.domain.TablePreviews;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.kernel.AccountId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ConsentLoadTests {
    private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    Consents consents;

    @Autowired
    TablePreviews previews;

    @Autowired
    JdbcClient jdbc;

    @Test
    void notesWhatEachRowTellsOfAConsent() {
        AccountId shop = fixtures.account();
        LoadResult result = load(
                shop,
                Map.of(0, "phone", 1, "consent_at", 2, "consent_channel", 3, "consent_source", 4, "consent_wording"),
                agreed(null, "", ""),
                "Телефон;Когда;Канал;Где;На что",
                "79160000001;01.02.2026 14:05;СМС, почта;Касса;Новости магазина",
                "79160000002;2026-02-03T00:00:00+05:00;;;");
        assertThat(result.consents()).isEqualTo(3);
        assertThat(consents.history(shop, "79160000001"))
                .extracting(Noted::consent)
                .containsExactlyInAnyOrder(
                        consent("79160000001", "sms", "2026-02-01T11:05:00Z", "Касса", "Новости магазина"),
                        consent("79160000001", "email", "2026-02-01T11:05:00Z", "Касса", "Новости магазина"));
        assertThat(consents.history(shop, "79160000002")).singleElement().satisfies(noted -> {
            assertThat(noted.consent()).isEqualTo(consent("79160000002", "sms", "2026-02-02T19:00:00Z", "", ""));
            assertThat(noted.by()).isEqualTo("Анна");
        });
    }

    @Test
    void takesOneAnswerForTheWholeFileWhereARowDoesNotTell() {
        AccountId shop = fixtures.account();
        LoadResult result = load(
                shop,
                Map.of(0, "phone", 1, "consent_given", 2, "consent_source"),
                agreed(MARCH, "Сайт", "Акции"),
                "Телефон;Согласие;Где",
                "79160000001;да;",
                "79160000002;нет;Касса",
                "79160000003;Согласна;Касса",
                "79160000004;;");
        assertThat(result.consents()).isEqualTo(2);
        assertThat(consents.history(shop, "79160000001"))
                .extracting(Noted::consent)
                .containsExactly(consent("79160000001", "sms", "2026-03-01T09:00:00Z", "Сайт", "Акции"));
        assertThat(consents.history(shop, "79160000003"))
                .extracting(noted -> noted.consent().source())
                .containsExactly("Касса");
        assertThat(consents.history(shop, "79160000002")).isEmpty();
        assertThat(consents.history(shop, "79160000004")).isEmpty();
        assertThat(jdbc.sql("""
                SELECT who || ' ' || (details ->> 'count') FROM accounts.audit
                 WHERE account = :account AND what = 'contacts.consents-noted' AND object LIKE 'job %'""")
                        .param("account", shop.value())
                        .query(String.class)
                        .list())
                .as("what the journal tells of it")
                .containsExactly("Анна 2");
    }

    @Test
    void takesNoAnswerThatCouldNotBeKept() {
        assertThatThrownBy(() -> agreed(Instant.parse("-9999-01-01T00:00:00Z"), "", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agreed(MARCH, "Касса\0", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agreed(MARCH, "", "Акции\0и новости")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void notesTheSameConsentOnceHoweverOftenItIsLoaded() {
        AccountId shop = fixtures.account();
        String[] rows = Stream.concat(
                        Stream.of("Телефон;Когда"),
                        IntStream.range(0, 12_000).mapToObj(i -> "7916%07d;01.02.2026".formatted(i % 11_000)))
                .toArray(String[]::new);
        Map<Integer, String> columns = Map.of(0, "phone", 1, "consent_at");
        LoadResult first = load(shop, columns, agreed(null, "Касса", "Слова ".repeat(600)), rows);
        assertThat(first.consents()).isEqualTo(11_000);
        assertThat(first.duplicates()).isEqualTo(1_000);
        LoadResult again = load(shop, columns, agreed(null, "Касса", "Слова ".repeat(600)), rows);
        assertThat(again.consents()).isZero();
        assertThat(count(shop)).isEqualTo(11_000);
    }

    @Test
    void notesNoConsentOfWhatItDoesNotUnderstandAndSaysSo() {
        AccountId shop = fixtures.account();
        LoadResult result = load(
                shop,
                Map.of(0, "phone", 1, "consent_at", 2, "consent_channel", 3, "consent_wording"),
                agreed(null, "", ""),
                "Телефон;Когда;Канал;На что",
                "79160000001;31.02.2026;;",
                "79160000002;завтра;;",
                "79160000003;01.01.2199;;",
                "79160000004;01.02.2026;голубями;",
                "79160000005;01.02.2026;;" + "x".repeat(Consent.LONGEST_WORDING + 1),
                "79160000006;;;",
                "79160000007;0001-01-01T00:00:00Z;;",
                "79160000008;1899-12-31T23:00:00-09:00;;",
                "12345;01.02.2026;;");
        assertThat(result.added()).isEqualTo(8);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.leftOut()).isEqualTo(7);
        assertThat(result.consents()).isZero();
        assertThat(count(shop)).isZero();
    }

    @Test
    void notesNothingWhenNothingIsSaidOfConsents() {
        AccountId shop = fixtures.account();
        LoadResult result =
                load(shop, Map.of(0, "phone", 1, "consent_at"), null, "Телефон;Когда", "79160000001;01.02.2026");
        assertThat(result.consents()).isNull();
        assertThat(count(shop)).isZero();
    }

    @Test
    void knowsColumnsOfConsentsByTheirHeads() throws IOException {
        AccountId shop = fixtures.account();
        assertThat(columns(shop, "Телефон;Дата согласия;Источник согласия", "79160000001;01.02.2026;Касса"))
                .isEqualTo(Map.of(0, "phone", 1, "consent_at", 2, "consent_source"));
        assertThat(columns(shop, "Телефон;Согласие", "79160000001;да"))
                .as("nobody says when")
                .isEqualTo(Map.of(0, "phone"));
    }

    private Map<Integer, String> columns(AccountId shop, String... rows) throws IOException {
        var sight =
                (TablePreviews.Sight.Table) previews.look(shop, fixtures.table(shop, rows), TablePreviews.Look.FIRST);
        return sight.sheets().getFirst().columns();
    }

    private static Agreed agreed(@Nullable Instant at, String source, String wording) {
        return new Agreed(new StartedBy(null, "Анна"), "sms", at, source, wording.strip());
    }

    private static Consent consent(String phone, String channel, String at, String source, String wording) {
        return new Consent(phone, channel, true, Instant.parse(at), source, wording, "");
    }

    private LoadResult load(AccountId shop, Map<Integer, String> columns, @Nullable Agreed agreed, String... rows) {
        FileId table = fixtures.table(shop, rows);
        Load load = new Load(
                table,
                List.of(new Sheet(0, 1, columns)),
                contacts.groupNamed(shop, "Покупатели").id(),
                Existing.FILL,
                null,
                null,
                agreed);
        return fixtures.result(fixtures.end(shop, contacts.load(shop, load)));
    }

    private long count(AccountId shop) {
        return jdbc.sql("SELECT count(*) FROM contacts.consent WHERE account = :account")
                .param("account", shop.value())
                .query(Long.class)
                .single();
    }
}
