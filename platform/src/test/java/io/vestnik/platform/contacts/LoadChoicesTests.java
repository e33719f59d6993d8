package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.contacts.domain.LoadStore;
import io.vestnik.platform.contacts.domain.TablePreviews;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may choose before a load. */
@ModuleTest
class LoadChoicesTests {
    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    TablePreviews previews;

    @Autowired
    LoadStore loads;

    @Autowired
    JdbcClient jdbc;

    @Test
    void doesWithThoseWhoAreThereWhatThePersonChose() {
        assertThat(loadedAgain(Existing.SKIP)).isEqualTo("{name=Анна, phone=+79160000001, surname=Щукина}");
        assertThat(loadedAgain(Existing.FILL)).isEqualTo("{name=Мария, phone=+79160000001, surname=Щукина}");
        assertThat(loadedAgain(Existing.OVERWRITE)).isEqualTo("{name=Мария, phone=+79160000001}");
    }

    /** What is known of a person who is loaded with an empty surname and another name. */
    private String loadedAgain(Existing existing) {
        AccountId shop = fixtures.account();
        Map<Integer, String> columns = Map.of(0, "phone", 1, "surname", 2, "name");
        load(shop, fixtures.table(shop, "p;s;n", "79160000001;Щукина;Анна"), columns, Existing.FILL, "One");
        LoadResult result = load(shop, fixtures.table(shop, "p;s;n", "79160000001;;Мария"), columns, existing, "Two");
        assertThat(result.added()).isZero();
        assertThat(fixtures.people(shop, "Two"))
                .as("the group is joined in any case")
                .hasSize(1);
        Map<String, String> known = new TreeMap<>(
                contacts.known(shop, List.of("79160000001")).getFirst().fields());
        known.keySet().removeAll(List.of("country", "operator", "region"));
        return known.toString();
    }

    @Test
    void loadsSeveralSheetsInOneGoAndTellsTheirRefusedRowsApart() throws IOException {
        AccountId shop = fixtures.account();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xls(out)) {
            writer.sheet("Первый", List.of("Телефон", "Имя"));
            writer.row(List.of(Cell.text("79160000001"), Cell.text("Анна")));
            writer.row(List.of(Cell.text("123"), Cell.text("Никто")));
            writer.sheet("Лишний", List.of("x"));
            writer.row(List.of(Cell.text("79160000009")));
            writer.sheet("Второй", List.of("Имя", "Номер"));
            writer.row(List.of(Cell.text("Пётр"), Cell.number(79160000002L)));
            writer.row(List.of(Cell.text("Двойник"), Cell.text("8 916 000-00-01")));
            writer.row(List.of(Cell.text("Пустой"), Cell.text("нет")));
        }
        FileId book = fixtures.file(shop, "книга.xls", out.toByteArray());
        Load load = new Load(
                book,
                List.of(new Sheet(0, 1, Map.of(0, "phone", 1, "name")), new Sheet(2, 1, Map.of(0, "name", 1, "phone"))),
                contacts.groupNamed(shop, "Оба").id(),
                Existing.FILL,
                null,
                null);
        LoadResult result = fixtures.result(fixtures.end(shop, contacts.load(shop, load)));
        assertThat(result.rows()).isEqualTo(5);
        assertThat(result.added()).isEqualTo(2);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(2);
        assertThat(fixtures.people(shop, "Оба")).containsExactly("79160000001 Анна", "79160000002 Пётр");
        TablePreviews.Sight.Table refused = look(shop, Objects.requireNonNull(result.refusedFile()));
        assertThat(refused.sheets()).hasSize(2);
        assertThat(refused.sheets().getFirst().columns()).isEqualTo(Map.of(2, "phone", 3, "name"));
        assertThat(refused.sheets().getLast().columns()).isEqualTo(Map.of(2, "name", 3, "phone"));
        assertThat(refused.sheets().getLast().rows().getLast().cells()).endsWith("Пустой", "нет");
    }

    @Test
    void takesTheFirstMobileWhereACellHasSeveralPhones() {
        AccountId shop = fixtures.account();
        LoadResult result = fixtures.load(
                shop,
                "G",
                "phone;name",
                "8 (495) 123-45-67, 8 916 000-00-01;Анна",
                "79160000002 / 79160000003;Пётр",
                "79160000004, 79160;Мария");
        assertThat(fixtures.people(shop, "G")).containsExactly("79160000001 Анна", "79160000002 Пётр");
        assertThat(result.several()).isEqualTo(2);
        assertThat(result.refused())
                .as("a spoilt second number is for a person to look at")
                .isEqualTo(1);
    }

    @Test
    void loadsColumnsIntoFieldsOfTheAccountsOwnAndKnowsThemByName() throws IOException {
        AccountId shop = fixtures.account();
        jdbc.sql("INSERT INTO contacts.field (account, key, name, kind) VALUES (:a, 'f7', 'Номер карты', 'number')")
                .param("a", shop.value())
                .update();
        FileId table = fixtures.table(shop, "Телефон;Номер карты", "79160000001;12,50", "79160000002;нет");
        assertThat(look(shop, table).sheets().getFirst().columns()).isEqualTo(Map.of(0, "phone", 1, "f7"));
        LoadResult result = load(shop, table, Map.of(0, "phone", 1, "f7"), Existing.FILL, "G");
        assertThat(result.leftOut()).isEqualTo(1);
        assertThat(contacts.known(shop, List.of("79160000001")).getFirst().fields())
                .containsEntry("f7", "12.5");
    }

    @Test
    void knowsTheColumnsAndTheGroupOfRefusedRowsThatAreLoadedAgain() throws IOException {
        AccountId shop = fixtures.account();
        FileId table = fixtures.table(shop, "one;Имя;Телефон;four", "a;Анна;b;123", "c;Пётр;d;79160000002");
        // Chosen by hand against what the names of the columns say.
        LoadResult result = load(shop, table, Map.of(3, "phone", 0, "name"), Existing.FILL, "Цель");
        TablePreviews.Sight.Table refused = look(shop, Objects.requireNonNull(result.refusedFile()));
        assertThat(refused.sheets().getFirst().columns()).isEqualTo(Map.of(5, "phone", 2, "name"));
        assertThat(refused.sheets().getFirst().group())
                .isEqualTo(contacts.groupNamed(shop, "Цель").id());
    }

    @Test
    void keepsALineOfEveryLoad() {
        AccountId shop = fixtures.account();
        LoadResult result = fixtures.load(shop, "G", "phone;name", "79160000001;Анна", "12;x");
        FileId broken = fixtures.table(shop, "phone;name", "79160000001;\"never closed");
        JobId job = fixtures.start(shop, "G", broken);
        fixtures.end(shop, job);
        List<LoadStore.Line> lines = loads.list(shop, null, List.of(), null, 10).items();
        assertThat(lines).extracting(LoadStore.Line::state).containsExactly(Job.State.FAILED, Job.State.DONE);
        assertThat(lines.getLast().result()).isEqualTo(result);
        assertThat(lines.getLast().group()).isEqualTo("G");
        assertThat(loads.list(shop, Job.State.DONE, List.of(), null, 10).items())
                .hasSize(1);
        assertThat(loads.find(fixtures.account(), job)).isEmpty();
    }

    private LoadResult load(
            AccountId account, FileId table, Map<Integer, String> columns, Existing existing, String group) {
        Load load = new Load(
                table,
                List.of(new Sheet(0, 1, columns)),
                contacts.groupNamed(account, group).id(),
                existing,
                null,
                null);
        return fixtures.result(fixtures.end(account, contacts.load(account, load)));
    }

    private TablePreviews.Sight.Table look(AccountId account, FileId file) throws IOException {
        return (TablePreviews.Sight.Table) previews.look(account, file, TablePreviews.Look.FIRST);
    }
}
