package io.vestnik.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.shell.BuilderWalk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class AccountPagesTests {

    private final MockMvcTester mvc;
    private final ApplicationContext context;

    @Autowired
    AccountPagesTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @Test
    void showsEveryPageInBothLanguages() {
        for (String page :
                new String[] {"users", "users/new", "keys", "keys/new", "developers", "calls", "audit", "password"}) {
            for (String language : new String[] {"ru", "en"}) {
                assertThat(get("/accounts/" + page, "client").header("Accept-Language", language))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
        assertThat(get("/accounts/users/" + SignIns.who("client", context).user(), "client"))
                .hasStatusOk();
    }

    @Test
    void narrowsTheAuditByConditions() {
        assertThat(BuilderWalk.walk(
                        "/accounts/audit", page -> get(page, "client").exchange()))
                .isGreaterThan(15);
        assertThat(get("/accounts/audit?f0=what&o0=is&v0=nothing.such", "client"))
                .bodyText()
                .contains("Ничего не найдено");
    }

    @Test
    void locksOnesOwnRoleAndSaysWhy() {
        assertThat(get("/accounts/users/" + SignIns.who("client", context).user(), "client"))
                .bodyText()
                .containsPattern("<select[^>]*name=\"role\"[^>]*disabled=\"disabled\"")
                .contains("Свою роль и доступ меняет другой владелец");
    }

    @Test
    void addsAPersonAndShowsThePasswordOnce() {
        assertThat(add("seller", "Продавец", "VIEWER"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<code>\\w{5}-\\w{5}-\\w{5}-\\w{5}</code>");
        assertThat(get("/accounts/users", "client")).bodyText().contains("seller");
        assertThat(get("/accounts/audit", "client")).bodyText().contains("user.added");
    }

    @Test
    void saysWhichFieldIsWrongAndKeepsWhatWasTyped() {
        assertThat(add("a", "Анна", "VIEWER"))
                .hasStatus(422)
                .bodyText()
                .contains("Логин не подходит", "value=\"Анна\"");
        assertThat(add("operator", "Анна", "VIEWER")).hasStatus(422).bodyText().contains("уже занят");
    }

    @Test
    void givesAPersonAnAddressForLettersLater() {
        add("letterless", "Без почты", "VIEWER").exchange();
        Person person = context.getBean(People.class)
                .byLogin("letterless")
                .orElseThrow()
                .person();
        assertThat(email(person, "не почта")).hasStatus(422).bodyText().contains("не похоже", "value=\"не почта\"");
        assertThat(email(person, " someone@shop.example ")).hasRedirectedUrl("/accounts/users/" + person.id());
        assertThat(get("/accounts/users/" + person.id(), "client")).bodyText().contains("someone@shop.example");
        email(person, "late@shop.example").exchange();
        assertThat(get("/accounts/users/" + person.id(), "client"))
                .as("written by whoever had not seen the change")
                .bodyText()
                .contains("someone@shop.example");
        assertThat(get("/accounts/audit", "client")).bodyText().contains("user.email_changed");
    }

    private MockMvcRequestBuilder email(Person person, String email) {
        return mvc.post()
                .uri("/accounts/users/" + person.id() + "/email")
                .param("email", email)
                .param("version", Integer.toString(person.version()))
                .with(csrf())
                .with(SignIns.as("client", context));
    }

    @Test
    void refusesWhoHasNoRight() {
        add("onlooker", "Наблюдатель", "VIEWER").exchange();
        assertThat(get("/accounts/users", "onlooker")).hasStatus(403);
        assertThat(get("/accounts/keys", "onlooker")).hasStatus(403);
        assertThat(get("/accounts/password", "onlooker")).hasStatusOk();
    }

    @Test
    void knowsNobodyOfAnotherAccount() {
        var operator = SignIns.who("operator", context).user();
        assertThat(get("/accounts/users/" + operator, "client")).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/accounts/users/" + operator + "/password")
                        .with(csrf())
                        .with(SignIns.as("client", context)))
                .hasStatus(404);
    }

    @Test
    void keepsAnOwnerInEachAccount() {
        Staff staff = context.getBean(Staff.class);
        Who owner = SignIns.who("partner", context);
        assertThat(staff.change(owner, owner.person().orElseThrow(), 1, Role.VIEWER, true))
                .isInstanceOf(Staff.Outcome.Refused.class);
    }

    @Test
    void refusesToOverwriteWhatSomebodySavedBefore() {
        add("twice", "Дважды", "VIEWER").exchange();
        Person person =
                context.getBean(People.class).byLogin("twice").orElseThrow().person();
        Staff staff = context.getBean(Staff.class);
        Who owner = SignIns.who("client", context);
        assertThat(staff.change(owner, person.id(), person.version(), Role.MARKETER, true))
                .isInstanceOf(Staff.Outcome.Done.class);
        assertThat(staff.change(owner, person.id(), person.version(), Role.OWNER, true))
                .isInstanceOf(Staff.Outcome.Stale.class);
    }

    @Test
    void sealsSecretsForOnePurpose() {
        Sealing sealing = context.getBean(Sealing.class);
        String sealed = sealing.seal("route 1", "пароль");
        assertThat(sealed).doesNotContain("пароль").isNotEqualTo(sealing.seal("route 1", "пароль"));
        assertThat(sealing.open("route 1", sealed)).contains("пароль");
        assertThat(sealing.open("route 2", sealed)).isEmpty();
        assertThat(sealing.open("route 1", sealed.substring(0, sealed.length() - 8) + "AAAAAAA="))
                .isEmpty();
    }

    private MockMvcRequestBuilder add(String login, String name, String role) {
        return mvc.post()
                .uri("/accounts/users")
                .param("login", login)
                .param("email", "")
                .param("name", name)
                .param("role", role)
                .with(csrf())
                .with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder get(String path, String login) {
        return mvc.get().uri(path).with(SignIns.as(login, context));
    }
}
