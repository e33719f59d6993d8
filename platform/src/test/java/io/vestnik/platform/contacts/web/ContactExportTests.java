package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactExporting;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class ContactExportTests extends AsClient {
    @Autowired
    Files files;

    @Autowired
    Reports reports;

    @Autowired
    JsonMapper json;

    @Test
    void exportsTheChosenColumnsOfAGroupAndListsTheFile() throws IOException {
        GroupId group = loaded("Выгрузка", "79160900001;Анна", "79160900002;=1+1");
        assertThat(get("/contacts?group=" + group)).bodyText().contains("/contacts/export?group=" + group);
        assertThat(get("/contacts/export?group=" + group))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"column\"", "value=\"region\"", "xls");
        FileId file = exported(post("/contacts/export")
                .param("group", group.toString())
                .param("format", "xlsx")
                .param("column", "phone", "name", "operator"));
        assertThat(cells(file))
                .containsExactly(
                        List.of("Телефон", "Имя", "Оператор"),
                        List.of("+79160900001", "Анна", "МТС"),
                        List.of("+79160900002", "=1+1", "МТС"));
        assertThat(get("/cabinet/reports"))
                .hasStatusOk()
                .bodyText()
                .contains("Выгрузка.xlsx", "Выгрузка контактов", "/files/" + file);
        assertThat(post("/cabinet/reports/" + file + "/delete")).hasStatus3xxRedirection();
        assertThat(files.find(client(), file)).isEmpty();
    }

    @Test
    void bringsBackFromCsvWhatWasWrittenIntoIt() throws IOException {
        GroupId group =
                loaded("Круг", "79160900011;=1+1", "79160900012;-Пётр", "79160900013;@anna", "79160900014;+7 916");
        FileId file = exported(post("/contacts/export")
                .param("group", group.toString())
                .param("format", "csv")
                .param("column", "phone", "name"));
        String text = java.nio.file.Files.readString(path(file));
        assertThat(text).contains("79160900011;'=1+1", "79160900012;'-Пётр", ";'@anna", ";'+7 916");
        AccountId other = fixtures.account();
        FileId copy = fixtures.file(other, "круг.csv", java.nio.file.Files.readAllBytes(path(file)));
        LoadResult result = fixtures.result(fixtures.end(other, fixtures.start(other, "Круг", copy)));
        assertThat(result.added()).isEqualTo(4);
        assertThat(fixtures.people(other, "Круг")).isEqualTo(fixtures.people(client(), "Круг"));
    }

    @Test
    void exportsChosenContactsAndSeveralGroupsAsSheets() throws IOException {
        GroupId first = loaded("Первые", "79160900021;Анна", "79160900022;Пётр");
        GroupId second = loaded("Вторые", "79160900023;Мария");
        long id = store.byPhone(client(), "79160900022").orElseThrow().id().value();
        assertThat(post("/contacts/export/chosen").param("ids", "" + id))
                .hasStatusOk()
                .bodyText()
                .contains("1 выбранный контакт", "name=\"id\" value=\"" + id + "\"");
        FileId chosen = exported(post("/contacts/export")
                .param("id", "" + id)
                .param("format", "xls")
                .param("column", "phone"));
        assertThat(cells(chosen)).containsExactly(List.of("Телефон"), List.of("+79160900022"));
        assertThat(post("/contacts/export/groups").param("ids", first.toString(), second.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("группы: Вторые, Первые", groupField(first), groupField(second))
                .doesNotContain("В файл попадут первые");
        assertThat(post("/contacts/export/groups").param("all", "true").param("match.q", "Вторые"))
                .hasStatusOk()
                .bodyText()
                .contains("группы: Вторые<", groupField(second));
        assertThat(post("/contacts/export/groups")).hasRedirectedUrl("/contacts/groups");
        FileId both = exported(post("/contacts/export")
                .param("groups", first.toString(), second.toString())
                .param("format", "csv")
                .param("column", "phone"));
        assertThat(cells(both)).hasSize(4).contains(List.of("Вторые", "79160900023"), List.of("Первые", "79160900021"));
    }

    @Test
    void saysHowManyOfTheChosenGroupsItTakesAndTakesNobodyWhenTheyAreGone() throws IOException {
        List<String> ids = IntStream.rangeClosed(100, 200)
                .mapToObj(number ->
                        contacts.groupNamed(client(), "Сотня " + number).id().toString())
                .toList();
        assertThat(post("/contacts/export/groups").param("ids", ids.toArray(String[]::new)))
                .hasStatusOk()
                .bodyText()
                .contains("первые 100 из выбранных групп, а выбрано 101", "value=\"" + ids.get(99) + "\"")
                .doesNotContain("value=\"" + ids.get(100) + "\"");
        loaded("Сотня 199", "79160900031;Анна");
        FileId file = exported(post("/contacts/export")
                .param("groups", ids.subList(0, 100).toArray(String[]::new))
                .param("format", "csv")
                .param("column", "phone"));
        assertThat(cells(file)).contains(List.of("Сотня 199", "79160900031"));
        assertThat(post("/contacts/export").param("groups", "999999999").param("column", "phone"))
                .as("not everybody instead")
                .hasStatus(404);
    }

    private static String groupField(GroupId group) {
        return "name=\"groups\" value=\"" + group + "\"";
    }

    @Test
    void asksForAColumnAndForTheRight() {
        assertThat(post("/contacts/export").param("format", "csv"))
                .hasStatus(422)
                .bodyText()
                .contains("Выберите хотя бы один столбец");
        assertThat(mvc.get().uri("/contacts/export").with(SignIns.as("partner", context)))
                .hasStatus(403);
        assertThat(reports.all(fixtures.account(), List.of("contacts:export"), null, 10)
                        .items())
                .isEmpty();
    }

    private FileId exported(MockMvcRequestBuilder request) {
        var response = request.exchange().getResponse();
        String page = Objects.requireNonNull(response.getRedirectedUrl(), () -> "No redirect: " + response.getStatus());
        Job job = fixtures.end(client(), new JobId(Long.parseLong(page.replaceAll("\\D", ""))));
        assertThat(get(page)).hasStatusOk().bodyText().contains("Файл готов");
        return new FileId(json.readValue(Objects.requireNonNull(job.result()), ContactExporting.Result.class)
                .file());
    }

    private List<List<String>> cells(FileId file) throws IOException {
        return fixtures.cells(path(file));
    }

    private Path path(FileId file) {
        return files.path(client(), file).orElseThrow();
    }
}
