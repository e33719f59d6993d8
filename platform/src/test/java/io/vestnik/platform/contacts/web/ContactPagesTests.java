package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.BuilderWalk;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@WebTest
class ContactPagesTests extends AsClient {
    @Test
    void showsEveryPageInBothLanguages() {
        AccountId client = client();
        fixtures.load(client, "Все страницы", "phone;name", "79160100001;Анна");
        long contact = contact(client, "79160100001").id().value();
        GroupId group = contacts.groupNamed(client, "Все страницы").id();
        for (String page : List.of(
                "/contacts",
                "/contacts?group=" + group,
                "/contacts?q=никого",
                "/contacts/new",
                "/contacts/" + contact,
                "/contacts/groups",
                "/contacts/groups/new",
                "/contacts/groups/" + group,
                "/contacts/load",
                "/contacts/loads",
                "/contacts/quick",
                "/contacts/export?group=" + group,
                "/cabinet/reports")) {
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

    @Test
    void findsPeopleByWordsAndByDigits() {
        fixtures.load(
                client(),
                "Поиск",
                "phone;name",
                "79160200001;Семён Щёкин",
                "79160200002;Семён Иванов",
                "79160200003;Щука");
        assertThat(get("/contacts?q=семен щек"))
                .bodyText()
                .contains("020-00-01")
                .doesNotContain("020-00-02");
        assertThat(get("/contacts?q=8 916 020-00-02"))
                .bodyText()
                .contains("020-00-02")
                .doesNotContain("020-00-01");
        assertThat(get("/contacts?q=0200003")).bodyText().contains("020-00-03").doesNotContain("020-00-01");
        assertThat(get("/contacts?q=';--")).hasStatusOk();
    }

    @Test
    void narrowsByConditionsOnAnyFieldAndDeletesOnlyWhatMeetsThem() {
        GroupId group = contacts.groupNamed(client(), "Условия").id();
        fixtures.load(client(), "Условия", "phone;name", "79160200102;Павел", "79160200103;Прохор");
        assertThat(post("/contacts/new")
                        .param("phone", "79160200101")
                        .param("name", "Пётр")
                        .param("email", "petr@example.com")
                        .param("groups", group.toString()))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts?f0=name&o0=starts&v0=п&f1=email&o1=empty"))
                .bodyText()
                .contains("020-01-02", "020-01-03", "class=\"v-clause\"")
                .doesNotContain("020-01-01");
        assertThat(get("/contacts?f0=name&o0=is&v0=%27%20OR%20true%20--"))
                .bodyText()
                .contains("Ничего не найдено");
        assertThat(BuilderWalk.walk("/contacts", page -> get(page).exchange())).isGreaterThan(30);

        String job = Objects.requireNonNull(post("/contacts/delete")
                .param("all", "true")
                .param("match.group", group.toString())
                .param("match.f0", "email")
                .param("match.o0", "filled")
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        fixtures.end(client(), new JobId(Long.parseLong(job.substring("/contacts/jobs/".length()))));
        assertThat(get("/contacts?group=" + group))
                .bodyText()
                .contains("020-01-02", "020-01-03")
                .doesNotContain("020-01-01");
    }

    @Test
    void showsTheColumnsThatThePersonHasChosen() {
        assertThat(post("/contacts/new")
                        .param("phone", "79160200201")
                        .param("name", "Ольга")
                        .param("email", "olga@example.com"))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts?q=Ольга")).bodyText().doesNotContain("olga@example.com");
        assertThat(post("/shell/columns")
                        .param("list", "contacts")
                        .param("order", "email", "name", "phone", "nonsense'")
                        .param("shown", "email", "phone")
                        .param("back", "/contacts?q=Ольга"))
                .hasRedirectedUrl("/contacts?q=Ольга");
        assertThat(get("/contacts?q=Ольга"))
                .bodyText()
                .containsSubsequence("olga@example.com", ">Ольга</a>", "020-02-01")
                .contains("data-label=\"Почта\"");
        assertThat(mvc.get().uri("/contacts").with(SignIns.as("partner", context)))
                .as("somebody else's lists are their own")
                .hasStatus(403);
        assertThat(post("/shell/columns")
                        .param("list", "contacts")
                        .param("reset", "true")
                        .param("back", "//evil.example"))
                .hasRedirectedUrl("/");
        assertThat(get("/contacts?q=Ольга")).bodyText().doesNotContain("olga@example.com");
    }

    @Test
    void walksALongListByKey() {
        AccountId client = client();
        String[] rows = new String[121];
        rows[0] = "phone;name";
        for (int i = 1; i < rows.length; i++) {
            rows[i] = "7916030%04d;Имя".formatted(i);
        }
        fixtures.load(client, "Длинная", rows);
        GroupId group = contacts.groupNamed(client, "Длинная").id();
        var first = store.list(client, filter(group), null, 50);
        var second = store.list(client, filter(group), first.next(), 50);
        var third = store.list(client, filter(group), second.next(), 50);
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(50).doesNotContainAnyElementsOf(first.items());
        assertThat(third.items()).hasSize(20);
        assertThat(third.next()).isNull();
        assertThat(get("/contacts?group=" + group)).bodyText().contains("after=79160300050");
    }

    @Test
    void addsOneAfterAnotherIntoTheChosenGroup() {
        AccountId client = client();
        GroupId group = contacts.groupNamed(client, "Вручную").id();
        assertThat(post("/contacts/new")
                        .param("phone", "8 (916) 040-00-01")
                        .param("name", "Анна")
                        .param("groups", group.toString()))
                .hasRedirectedUrl("/contacts/new?group=" + group);
        assertThat(contacts.members(client, List.of(group), Set.of("name"), null, 10)
                        .items())
                .singleElement()
                .satisfies(person -> assertThat(person.phone()).isEqualTo("79160400001"));
        assertThat(post("/contacts/new").param("phone", "+79160400001"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Контакт с этим телефоном уже есть",
                        "/contacts/" + contact(client, "79160400001").id());
    }

    @Test
    void saysWhatIsWrongInTheFormAndKeepsWhatWasTyped() {
        assertThat(post("/contacts/new")
                        .param("phone", "123")
                        .param("name", "Мария")
                        .param("email", "мария")
                        .param("birthday", "2990-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("В номере не хватает цифр", "Это не похоже на адрес почты", "Нужен день", "value=\"Мария\"");
    }

    @Test
    void showsTheDifferenceWhenSomebodyElseSavedFirst() {
        AccountId client = client();
        fixtures.load(client, "Правка", "phone;name", "79160500001;Анна");
        Contact contact = contact(client, "79160500001");
        String page = "/contacts/" + contact.id();
        assertThat(post(page)
                        .param("version", "1")
                        .param("phone", "79160500001")
                        .param("name", "Анна Первая"))
                .hasRedirectedUrl(page);
        assertThat(post(page)
                        .param("version", "1")
                        .param("phone", "79160500001")
                        .param("name", "Анна Вторая"))
                .hasStatus(409)
                .bodyText()
                .contains("<del>Анна Первая</del>", "<ins>Анна Вторая</ins>", "name=\"version\" value=\"2\"");
        assertThat(contact(client, "79160500001").person().name()).isEqualTo("Анна Первая");
        assertThat(post(page)
                        .param("version", "2")
                        .param("phone", "79160500001")
                        .param("name", "Анна Вторая"))
                .hasRedirectedUrl(page);
    }

    @Test
    void takesMembershipsAlongWhenAPhoneChanges() {
        AccountId client = client();
        fixtures.load(client, "Новый номер", "phone;name", "79160600001;Анна");
        GroupId group = contacts.groupNamed(client, "Новый номер").id();
        String page = "/contacts/" + contact(client, "79160600001").id();
        assertThat(post(page)
                        .param("version", "1")
                        .param("phone", "79160600002")
                        .param("name", "Анна")
                        .param("groups", group.toString()))
                .hasRedirectedUrl(page);
        assertThat(fixtures.people(client, "Новый номер")).containsExactly("79160600002 Анна");
        assertThat(contacts.group(client, group).orElseThrow().contacts()).isEqualTo(1);
    }

    @Test
    void deletesTheChosenOnesAndAllThatMatch() {
        AccountId client = client();
        fixtures.load(client, "Удаление", "phone;name", "79160700001;А", "79160700002;Б", "79160700003;В");
        GroupId group = contacts.groupNamed(client, "Удаление").id();
        assertThat(post("/contacts/delete")
                        .param("ids", contact(client, "79160700001").id().toString()))
                .hasRedirectedUrl("/contacts");
        assertThat(contacts.group(client, group).orElseThrow().contacts()).isEqualTo(2);
        String job = Objects.requireNonNull(post("/contacts/delete")
                .param("all", "true")
                .param("match.group", group.toString())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        assertThat(job).startsWith("/contacts/jobs/");
        fixtures.end(client, new JobId(Long.parseLong(job.substring("/contacts/jobs/".length()))));
        assertThat(get(job)).bodyText().contains("Удалено 2 контакта");
        assertThat(fixtures.people(client, "Удаление")).isEmpty();
        assertThat(contacts.group(client, group).orElseThrow().contacts()).isZero();
    }

    @Test
    void makesRenamesAndDeletesGroups() {
        AccountId client = client();
        assertThat(post("/contacts/groups/new").param("name", " Осень  2026 ")).hasRedirectedUrl("/contacts/groups");
        GroupId group = contacts.groupNamed(client, "осень 2026").id();
        assertThat(post("/contacts/groups/new").param("name", "ОСЕНЬ 2026"))
                .hasStatus(422)
                .bodyText()
                .contains("Группа с таким названием уже есть");
        assertThat(post("/contacts/groups/new").param("name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Назовите группу");
        assertThat(post("/contacts/groups/" + group).param("name", "Зима")).hasRedirectedUrl("/contacts/groups");
        assertThat(get("/contacts/groups?q=зим")).bodyText().contains("Зима");
        fixtures.load(client, "Зима", "phone;name", "79160800001;Анна");
        assertThat(post("/contacts/groups/" + group + "/delete")).hasRedirectedUrl("/contacts/groups");
        assertThat(contacts.group(client, group)).isEmpty();
        assertThat(contacts.members(client, List.of(group), Set.of("name"), null, 10)
                        .items())
                .isEmpty();
        assertThat(contacts.known(client, List.of("79160800001"))).hasSize(1);
    }

    @Test
    void knowsNothingOfAnotherAccountsContacts() {
        AccountId stranger = fixtures.account();
        fixtures.load(stranger, "Чужие", "phone;name", "79161000001;Чужой");
        long theirs = contact(stranger, "79161000001").id().value();
        GroupId group = contacts.groupNamed(stranger, "Чужие").id();
        assertThat(get("/contacts/" + theirs)).hasStatus(404);
        assertThat(get("/contacts/groups/" + group)).hasStatus(404);
        assertThat(post("/contacts/" + theirs).param("version", "1").param("phone", "79161000001"))
                .hasStatus(404);
        assertThat(post("/contacts/" + theirs + "/delete")).hasStatus(404);
        assertThat(post("/contacts/groups/" + group + "/delete")).hasStatus(404);
        assertThat(post("/contacts/groups/" + group).param("name", "Мои")).hasStatus(404);
        assertThat(get("/contacts?group=" + group)).bodyText().doesNotContain("Чужой");
        assertThat(get("/contacts/load/" + fixtures.table(stranger, "phone", "79161000001")))
                .hasStatus(404);
        post("/contacts/delete").param("ids", Long.toString(theirs)).exchange();
        assertThat(fixtures.people(stranger, "Чужие")).hasSize(1);
    }

    @Test
    void isNotForAccountsWithoutContacts() {
        for (String page : List.of("/contacts", "/contacts/groups", "/contacts/load", "/contacts/export")) {
            assertThat(mvc.get().uri(page).with(SignIns.as("operator", context)))
                    .hasStatus(403);
        }
    }

    private static io.vestnik.platform.contacts.domain.ContactFilter filter(GroupId group) {
        return new io.vestnik.platform.contacts.domain.ContactFilter("", group, null, null);
    }

    private Contact contact(AccountId account, String phone) {
        return store.byPhone(account, phone).orElseThrow();
    }
}
