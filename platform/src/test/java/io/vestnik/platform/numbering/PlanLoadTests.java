package io.vestnik.platform.numbering;

import static io.vestnik.platform.numbering.NumberingFixtures.register;
import static io.vestnik.platform.numbering.NumberingFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.numbering.domain.LoadResult;
import io.vestnik.platform.numbering.domain.LoadResult.Row;
import io.vestnik.platform.numbering.domain.LoadResult.Stranger;
import io.vestnik.platform.numbering.domain.PlanDesk;
import io.vestnik.platform.numbering.domain.PlanLoad;
import io.vestnik.platform.numbering.domain.PlanLoad.State;
import io.vestnik.platform.numbering.domain.PlanStore;
import io.vestnik.platform.numbering.domain.RowRefusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PlanLoadTests {
    @Autowired
    NumberingFixtures fixtures;

    @Autowired
    ContactFixtures contacts;

    @Autowired
    Numbering numbering;

    @Autowired
    PlanDesk desk;

    @Autowired
    PlanStore store;

    @Autowired
    JdbcClient jdbc;

    @Test
    void loadsTheRegisterWithAllItsTraps() {
        PlanLoad load = fixtures.load(register(
                "388;0;61999;62000;\"ООО \"\"Ромашка\"\"\";р-н Оймяконский|Республика Саха /Якутия/;5000000001",
                "388;0062000;62999;1000;ООО \"Василёк\";Тридевятая обл.;5000000002",
                "388;63000;63999;1000;ПАО \"МегаФон\";Ханты - Мансийский - Югра АО;7812014560",
                "388;63500;64499;1000;ООО \"Ромашка\";Томская обл.;5000000001",
                "38;0;9;10;ООО \"Ромашка\";Томская обл.;5000000001",
                "388;70000;70009;11;ООО \"Ромашка\";Томская обл.;5000000001",
                "388;80000;89999;10000;ООО \"Ромашка\";Российская Федерация;5000000001",
                "388;90000;99999;10000;ООО \"Ромашка\";Омская обл.;5000000001",
                "388;100000;109999;10000;ООО \"Ромашка\";Омская обл.;5000000001",
                "388;110000;119999;10000;ООО \"Ромашка\";Омская обл.;5000000001",
                rows("388", 120_000, 30)));
        assertThat(load.state()).as(load.toString()).isEqualTo(State.REFUSED);
        assertThat(load.reason()).isEqualTo("too-many-refused");

        PlanLoad taken =
                fixtures.end(desk.force(fixtures.operator(), load.id(), "test").orElseThrow());
        assertThat(taken.state()).isEqualTo(State.DONE);
        LoadResult result = fixtures.result(taken);
        assertThat(result.ranges()).isEqualTo(8);
        assertThat(result.refused()).isEqualTo(3);
        assertThat(result.reasons())
                .isEqualTo(Map.of(RowRefusal.OVERLAPS, 1L, RowRefusal.NOT_A_CODE, 1L, RowRefusal.WRONG_CAPACITY, 1L));
        assertThat(result.rows())
                .containsExactlyInAnyOrder(
                        new Row(5, RowRefusal.OVERLAPS),
                        new Row(6, RowRefusal.NOT_A_CODE),
                        new Row(7, RowRefusal.WRONG_CAPACITY));
        assertThat(result.placeless()).isEqualTo(Map.of("Тридевятая обл.", 1L));
        assertThat(result.strangers()).contains(new Stranger("2505000000002", "Василёк", 1000));
        assertOrigin("73880061999", "2505000000001", "Ромашка", "Якутия", "Asia/Ust-Nera");
        assertOrigin("73880062000", "2505000000002", "Василёк", null, "Europe/Moscow");
        assertOrigin("73880063999", "25002", "МегаФон", "Ханты-Мансийский автономный округ", "Asia/Yekaterinburg");
        assertOrigin("73880064000", "250", null, null, "Europe/Moscow");
        assertOrigin("73880080000", "2505000000001", "Ромашка", null, "Europe/Moscow");
        assertThat(numbering.operatorName("2505000000001")).isEqualTo("Ромашка");
    }

    @Test
    void readsTheOldEditionOfSixPaddedColumnsInTheOldEncoding() {
        PlanLoad load = fixtures.load(table(
                Charset.forName("windows-1251"),
                "АВС/ DEF\t;\tОт\t;\tДо\t;\tЕмкость\t;\tОператор\t;\tРегион",
                "389\t;\t0000000\t;\t9999999\t;\t10000000\t;\tОАО \"Мобильные ТелеСистемы\"\t;\tКурская обл."));
        assertThat(load.state()).as(load.toString()).isEqualTo(State.DONE);
        assertOrigin("73890000999", "25001", "МТС", "Курская область", "Europe/Moscow");
    }

    @Test
    void keepsTheOldPlanUntilTheNewOneIsWholeAndRefusesOneThatIsMuchSmaller() {
        assertThat(fixtures.load(register(whole("888", "Ромашка", "Омская обл.")))
                        .state())
                .isEqualTo(State.DONE);
        assertOrigin("78880000001", "2505000000009", "Ромашка", "Омская область", "Asia/Omsk");

        PlanLoad part = fixtures.load(register("888;0;7899999;7900000;ООО \"Лютик\";Омская обл.;5000000008"));
        assertThat(part.state()).isEqualTo(State.REFUSED);
        assertThat(part.reason()).isEqualTo("much-smaller");
        PlanLoad page = fixtures.load("<html><body>Доступ запрещён</body></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.state()).isEqualTo(State.REFUSED);
        PlanLoad other = fixtures.load(table(StandardCharsets.UTF_8, "Имя;Телефон", "Анна;79161234567"));
        assertThat(other.reason()).isEqualTo("no-register");
        assertThat(numbering.of("78880000001").operator())
                .as("the old plan stands")
                .isEqualTo("Ромашка");

        assertThat(fixtures.load(register(whole("888", "Василёк", "Томская обл.")))
                        .state())
                .isEqualTo(State.DONE);
        assertOrigin("78880000001", "2505000000009", "Василёк", "Томская область", "Asia/Tomsk");
        while (store.forgetOutlived(1) > 0) {}
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM numbering.plan_range r
                         WHERE NOT EXISTS (SELECT FROM numbering.part p WHERE p.load = r.load AND p.part = r.part)""").query(Long.class).single())
                .as("ranges that are not in force")
                .isZero();
        assertThat(numbering.of("78880000001").region()).isEqualTo("Томская область");
    }

    @Test
    void laysPortedNumbersOverEverything() {
        PlanLoad load = fixtures.loadPorted(table(
                StandardCharsets.UTF_8,
                "Номер;Оператор",
                "79980000001;25001",
                "+7 998 000-00-02;Билайн",
                "79980000001;25002",
                "79980000003;Никто",
                "12;25001",
                "37529800000;25701"));
        assertThat(load.state()).isEqualTo(State.REFUSED);
        PlanLoad taken =
                fixtures.end(desk.force(fixtures.operator(), load.id(), "test").orElseThrow());
        LoadResult result = fixtures.result(taken);
        assertThat(result.ranges()).isEqualTo(3);
        assertThat(result.reasons())
                .isEqualTo(Map.of(RowRefusal.TWICE, 1L, RowRefusal.UNKNOWN_OPERATOR, 1L, RowRefusal.NOT_A_PHONE, 1L));
        await().until(() -> Objects.equals(numbering.of("79980000001").operator(), "МТС"));
        assertThat(numbering.of("79980000002").mccMnc()).isEqualTo("25099");
        assertThat(numbering.of("37529800000").operator()).isEqualTo("A1");
        assertThat(numbering.of("37529800000").country()).isEqualTo("BY");
        assertThat(numbering.of("79980000003").operator()).isNull();
    }

    @Test
    void labelsContactsByTheNewPlan() {
        fixtures.load(register(whole("947", "Ромашка", "Омская обл.")));
        AccountId shop = contacts.account();
        contacts.load(shop, "People", "phone;name", "79470000001;Анна");
        PlanLoad load = fixtures.load(register(whole("947", "Василёк", "Томская обл.")));
        assertThat(load.state()).as(load.toString()).isEqualTo(State.DONE);
        await().until(() -> "Томская область Asia/Tomsk".equals(label(shop)));
    }

    private @Nullable String label(AccountId account) {
        List<String> labels = new ArrayList<>();
        jdbc.sql("SELECT region || ' ' || zone FROM contacts.contact WHERE account = :account")
                .param("account", account.value())
                .query(row -> {
                    labels.add(row.getString(1));
                });
        return labels.getFirst();
    }

    private void assertOrigin(
            String number, String network, @Nullable String operator, @Nullable String region, String zone) {
        Origin expected = new Origin("RU", network, operator, region, ZoneId.of(zone));
        await().until(() -> numbering.of(number), expected::equals);
    }

    private static String whole(String code, String operator, String region) {
        return code + ";0;9999999;10000000;ООО \"" + operator + "\";" + region + ";5000000009";
    }

    private static String rows(String code, int from, int count) {
        return code + ";" + from + ";" + (from + count - 1) + ";" + count + ";ООО \"Ромашка\";Омская обл.;5000000001";
    }
}
