package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.TrashStore;
import io.vestnik.platform.contacts.domain.TrashStore.Wanted;
import io.vestnik.platform.jobs.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class TrashPagesTests extends AsClient {
    @Autowired
    TrashStore trash;

    @Test
    void bringsBackWhoWasDeletedWithGroupsAndId() {
        GroupId group = loaded("Возврат", "79180100001;Анна", "79180100002;Борис");
        Contact anna = contact("79180100001");
        assertThat(post("/contacts/" + anna.id() + "/delete")).hasRedirectedUrl("/contacts");
        assertThat(count(group)).isEqualTo(1);
        assertThat(get("/contacts/trash?q=анна")).bodyText().contains("010-00-01");
        assertThat(get("/contacts/trash?q=0100001")).bodyText().contains("010-00-01");
        assertThat(post("/contacts/trash/restore").param("ids", place("79180100001")))
                .hasRedirectedUrl("/contacts/trash");
        assertThat(contact("79180100001").id()).isEqualTo(anna.id());
        assertThat(contact("79180100001").person()).isEqualTo(anna.person());
        assertThat(fixtures.people(client(), "Возврат")).containsExactly("79180100001 Анна", "79180100002 Борис");
        assertThat(count(group)).isEqualTo(2);
    }

    @Test
    void undoesAWholeDeletionOfAllThatMatch() {
        GroupId group = loaded("Вся группа", "79180200001;А", "79180200002;Б", "79180200003;В");
        String job = Objects.requireNonNull(post("/contacts/delete")
                .param("all", "true")
                .param("match.group", group.toString())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        fixtures.end(client(), new JobId(Long.parseLong(job.substring("/contacts/jobs/".length()))));
        assertThat(count(group)).isZero();
        long deletion = deletion("79180200001");
        assertThat(get(job)).bodyText().contains("Удалено 3 контакта", "/contacts/trash/undo/" + deletion);
        assertThat(get("/contacts/trash?deletion=" + deletion)).bodyText().contains("020-00-02", "020-00-03");
        assertThat(post("/contacts/trash/undo/" + deletion)).hasRedirectedUrl("/contacts");
        assertThat(count(group)).isEqualTo(3);
        assertThat(post("/contacts/trash/undo/" + deletion)).hasStatus(404);
    }

    @Test
    void fillsWhatIsEmptyWhereThePhoneCameBackMeanwhile() {
        GroupId old = loaded("Прежняя", "79180300001;Анна");
        Contact anna = contact("79180300001");
        assertThat(post("/contacts/" + anna.id())
                        .param("version", "1")
                        .param("phone", "79180300001")
                        .param("name", "Анна")
                        .param("surname", "Иванова")
                        .param("groups", old.toString()))
                .hasStatus3xxRedirection();
        assertThat(post("/contacts/" + anna.id() + "/delete")).hasStatus3xxRedirection();
        GroupId fresh = loaded("Новая", "79180300001;Аня");
        assertThat(post("/contacts/trash/restore").param("ids", place("79180300001")))
                .hasStatus3xxRedirection();
        assertThat(contact("79180300001").person().name()).isEqualTo("Аня");
        assertThat(contact("79180300001").person().surname()).isEqualTo("Иванова");
        assertThat(count(old)).isEqualTo(1);
        assertThat(count(fresh)).isEqualTo(1);
        assertThat(trash.count(client(), new Wanted("79180300001", null))).isZero();
    }

    @Test
    void purgesByHandAndAfterItsDays() {
        loaded("Насовсем", "79180400001;А", "79180400002;Б");
        assertThat(post("/contacts/delete")
                        .param("ids", contact("79180400001").id().toString())
                        .param("ids", contact("79180400002").id().toString()))
                .hasStatus3xxRedirection();
        assertThat(post("/contacts/trash/purge").param("ids", place("79180400001")))
                .hasStatus3xxRedirection();
        assertThat(trash.count(client(), new Wanted("7918040000", null))).isEqualTo(1);
        assertThat(trash.purgeContacts(Instant.EPOCH, 1_000)).isZero();
        assertThat(trash.purgeContacts(Instant.parse("2100-01-01T00:00:00Z"), 1_000))
                .isPositive();
        assertThat(trash.count(client(), new Wanted("", null))).isZero();
    }

    @Test
    void deletesGroupsWithTheirPeopleKeptAndBringsThemBack() {
        GroupId group = loaded("Осенние", "79180500001;А", "79180500002;Б");
        assertThat(post("/contacts/groups/delete").param("ids", group.toString()))
                .hasRedirectedUrl("/contacts/groups");
        assertThat(contacts.group(client(), group)).isEmpty();
        assertThat(contacts.known(client(), List.of("79180500001", "79180500002")))
                .hasSize(2);
        assertThat(get("/contacts/trash/groups")).bodyText().contains("Осенние");
        assertThat(post("/contacts/" + contact("79180500002").id() + "/delete")).hasStatus3xxRedirection();
        contacts.groupNamed(client(), "осенние");
        assertThat(post("/contacts/trash/groups/" + group + "/restore")).hasRedirectedUrl("/contacts/trash/groups");
        Group back = contacts.group(client(), group).orElseThrow();
        assertThat(back.name()).isEqualTo("Осенние 2");
        assertThat(back.contacts())
                .as("whoever was deleted meanwhile is not in it")
                .isEqualTo(1);
        assertThat(post("/contacts/trash/restore").param("ids", place("79180500002")))
                .hasStatus3xxRedirection();
        assertThat(count(group)).isEqualTo(2);
        assertThat(post("/contacts/groups/" + group + "/delete")).hasStatus3xxRedirection();
        assertThat(post("/contacts/trash/groups/" + group + "/purge")).hasStatus3xxRedirection();
        assertThat(post("/contacts/trash/groups/" + group + "/restore")).hasStatus(404);
    }

    @Test
    void movesAndCopiesBetweenGroupsWithAWayBack() {
        GroupId from = loaded("Откуда", "79180600001;А", "79180600002;Б");
        GroupId to = contacts.groupNamed(client(), "Куда").id();
        String first = contact("79180600001").id().toString();
        assertThat(post("/contacts/regroup").param("ids", first).param("match.group", from.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Группы: 1 контакт", "Переместить из группы «Откуда»");
        assertThat(post("/contacts/regroup/do")
                        .param("ids", first)
                        .param("match.group", from.toString())
                        .param("act", "move")
                        .param("to", "куда"))
                .hasRedirectedUrl("/contacts?group=" + from);
        assertThat(count(from)).isEqualTo(1);
        assertThat(count(to)).isEqualTo(1);
        String job = Objects.requireNonNull(post("/contacts/regroup/do")
                .param("all", "true")
                .param("match.group", from.toString())
                .param("act", "copy")
                .param("to", "Куда")
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        fixtures.end(client(), new JobId(Long.parseLong(job.substring("/contacts/jobs/".length()))));
        assertThat(get(job)).bodyText().contains("Группы изменены у 1 контакта");
        assertThat(count(to)).isEqualTo(2);
        assertThat(post("/contacts/regroup/do")
                        .param("ids", first)
                        .param("match.group", from.toString())
                        .param("act", "move")
                        .param("to", "Откуда"))
                .hasStatus(422)
                .bodyText()
                .contains("Назовите другую группу");
    }

    @Test
    void takesBackWhatWasDoneToGroups() {
        GroupId from = loaded("Было", "79180700001;А");
        GroupId to = contacts.groupNamed(client(), "Стало").id();
        var moved = post("/contacts/regroup/do")
                .param("ids", contact("79180700001").id().toString())
                .param("match.group", from.toString())
                .param("act", "move")
                .param("to", "Стало")
                .exchange();
        String undo = Objects.requireNonNull(((io.vestnik.platform.shell.Toast)
                        moved.getMvcResult().getFlashMap().get("toast")))
                .undoUrl();
        assertThat(count(to)).isEqualTo(1);
        assertThat(post(Objects.requireNonNull(undo))).hasStatus3xxRedirection();
        assertThat(count(to)).isZero();
        assertThat(count(from)).isEqualTo(1);
        assertThat(post(undo)).hasStatus(404);
    }

    @Test
    void mergesGroupsIntoOne() {
        GroupId one = loaded("Первая половина", "79180800001;А", "79180800002;Б");
        GroupId two = loaded("Вторая половина", "79180800002;Б", "79180800003;В");
        assertThat(post("/contacts/groups/merge").param("ids", one.toString())).hasRedirectedUrl("/contacts/groups");
        assertThat(post("/contacts/groups/merge").param("ids", one.toString(), two.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Объединить 2 группы");
        String job = Objects.requireNonNull(post("/contacts/groups/merge/do")
                .param("ids", one.toString(), two.toString())
                .param("into", one.toString())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        fixtures.end(client(), new JobId(Long.parseLong(job.replaceAll("\\D+(\\d+)\\?.*", "$1"))));
        assertThat(get(job)).bodyText().contains("В группе прибавился 1 контакт");
        assertThat(count(one)).isEqualTo(3);
        assertThat(contacts.group(client(), two)).isEmpty();
        assertThat(get("/contacts/trash/groups")).bodyText().contains("Вторая половина");
    }

    @Test
    void listsGroupsInOrderAndExportsThem() throws Exception {
        loaded("Я большая", "79180900001;А", "79180900002;Б");
        contacts.groupNamed(client(), "Я пустая");
        assertThat(get("/contacts/groups?q=я &sort=contacts")).bodyText().containsSubsequence("Я пустая", "Я большая");
        assertThat(get("/contacts/groups?q=я &sort=-contacts")).bodyText().containsSubsequence("Я большая", "Я пустая");
        var csv = get("/contacts/groups/export?format=csv&q=я ").exchange().getResponse();
        assertThat(csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("Я большая;2", "Я пустая;0");
    }

    @Test
    void showsEveryPageInBothLanguages() {
        GroupId group = loaded("Страницы корзины", "79181000001;А");
        assertThat(post("/contacts/" + contact("79181000001").id() + "/delete")).hasStatus3xxRedirection();
        assertThat(post("/contacts/groups/" + group + "/delete")).hasStatus3xxRedirection();
        for (String page : List.of("/contacts/trash", "/contacts/trash/groups", "/contacts/groups?sort=name")) {
            for (String language : List.of("ru", "en")) {
                assertThat(get(page).header("Accept-Language", language))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??")
                        .doesNotContain("style=\"");
            }
        }
    }

    private long count(GroupId group) {
        return contacts.group(client(), group).orElseThrow().contacts();
    }

    private String place(String phone) {
        return Long.toString(row(phone).place());
    }

    private long deletion(String phone) {
        return row(phone).deletion().number();
    }

    private TrashStore.TrashedContact row(String phone) {
        return trash.list(client(), new Wanted(phone, null), null, 10).items().getFirst();
    }
}
