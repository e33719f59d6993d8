package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.store.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where mail is on, nobody but the person ever sees a password. */
@SpringBootTest(properties = {"vestnik.demo=true", "vestnik.web.address=https://sms.example.com"})
@AutoConfigureMockMvc
@Import({TestDatabase.class, TestMail.class})
class PasswordLinkTests {

    private static final Pattern LINK =
            Pattern.compile("https://sms\\.example\\.com(/sign-in/link\\?token=([\\w-]{43}))(?![\\w-])");

    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final GreenMail server;

    @Autowired
    PasswordLinkTests(MockMvcTester mvc, ApplicationContext context, GreenMail server) {
        this.mvc = mvc;
        this.context = context;
        this.server = server;
    }

    @BeforeEach
    void emptyTheMailbox() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void invitesANewPersonWhoSetsThePasswordOnce() throws Exception {
        assertThat(add("invited", "invited@example.com"))
                .hasStatusOk()
                .bodyText()
                .contains("invited@example.com", "Ссылка отправлена")
                .doesNotContain("token=");
        String token = tokenOf(letterTo("invited@example.com"));

        assertThat(mvc.get().uri("/sign-in/link?token=" + token))
                .hasStatusOk()
                .bodyText()
                .contains("invited", token)
                .doesNotContain("??");
        assertThat(set(token, "invited")).hasStatus(422).bodyText().contains("Нужно от 10 знаков");
        assertThat(set(token, "long enough words")).hasRedirectedUrl("/sign-in?changed");
        assertThat(signIn("invited", "long enough words")).hasRedirectedUrl("/");

        assertThat(set(token, "other long words")).hasStatus(404).bodyText().contains("больше не действует");
        assertThat(mvc.get().uri("/sign-in/link?token=" + token)).hasStatus(404);
        assertThat(signIn("invited", "other long words")).hasRedirectedUrl("/sign-in?failed");
    }

    @Test
    void remindsWhoForgotAndEndsTheirSessions() throws Exception {
        Person person = known("forgetful", "Forgetful@Example.com");
        set(tokenOf(letterTo("Forgetful@Example.com")), "the first password");
        server.purgeEmailFromAllMailboxes();
        Cookie session = sessionOf(signIn("forgetful", "the first password"));
        assertThat(mvc.get().uri("/accounts/password").cookie(session)).hasStatusOk();

        assertThat(mvc.get().uri("/sign-in")).bodyText().contains("/sign-in/forgot");
        assertThat(remind("forgetful@example.com")).hasStatusOk().bodyText().contains("письмо уже в пути");
        String first = tokenOf(letterTo("Forgetful@Example.com"));
        assertThat(signIn("forgetful", "the first password"))
                .as("the old password works until the new one is set")
                .hasRedirectedUrl("/");

        assertThat(set(first, "the second password")).hasRedirectedUrl("/sign-in?changed");
        assertThat(mvc.get().uri("/accounts/password").cookie(session)).hasStatus3xxRedirection();
        assertThat(signIn("forgetful", "the first password")).hasRedirectedUrl("/sign-in?failed");
        assertThat(signIn("forgetful", "the second password")).hasRedirectedUrl("/");
        assertThat(audited("user.password_set", "user " + person.id())).isEqualTo(2);
    }

    @Test
    void answersTheSameForAnEmailThatNobodyHas() throws Exception {
        known("somebody", "somebody@example.com");
        server.purgeEmailFromAllMailboxes();
        String known = body(remind("somebody@example.com"));
        String unknown = body(remind("nobody@example.com"));
        assertThat(unknown).isEqualTo(known);
        letterTo("somebody@example.com");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void stopsWhoeverAsksTooOften() throws Exception {
        known("pestered", "pestered@example.com");
        server.purgeEmailFromAllMailboxes();
        for (int i = 0; i < 10; i++) {
            assertThat(remindFrom("203.0.113.9", "pestered@example.com")).hasStatusOk();
        }
        assertThat(remindFrom("203.0.113.9", "pestered@example.com")).hasStatus(429);
        assertThat(remindFrom("203.0.113.10", "other@example.com")).hasStatusOk();
        await().untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(3));
    }

    @Test
    void aLinkEndsWithItsTimeAndWithAnyOtherChangeOfThePassword() throws Exception {
        Person person = known("twice", "twice@example.com");
        String first = tokenOf(letterTo("twice@example.com"));
        server.purgeEmailFromAllMailboxes();
        Staff staff = context.getBean(Staff.class);
        assertThat(((Staff.Outcome.Done) staff.renew(owner(), person.id())).password())
                .as("a link goes instead of a password")
                .isNull();
        assertThat(set(first, "long enough words")).as("of before the renewal").hasStatus(404);

        String second = tokenOf(letterTo("twice@example.com"));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("UPDATE accounts.password_link SET until = now() - interval '1 second' WHERE person = :id")
                .param("id", person.id().value())
                .update();
        assertThat(set(second, "long enough words")).as("after its time").hasStatus(404);
        assertThat(set("no-such-token", "long enough words")).hasStatus(404);
    }

    @Test
    void keepsOnlyTheDigestOfALink() throws Exception {
        known("stored", "stored@example.com");
        String token = tokenOf(letterTo("stored@example.com"));
        String stored = context.getBean(JdbcClient.class)
                .sql("SELECT string_agg(l::text, '') || (SELECT string_agg(a::text, '') FROM accounts.audit a)"
                        + " FROM accounts.password_link l")
                .query(String.class)
                .single();
        assertThat(stored).contains("user.link_made").doesNotContain(token);
    }

    @Test
    void showsThePasswordOnceWhenTheLetterIsNotTaken() {
        server.stop();
        try {
            assertThat(add("unlucky", "unlucky@example.com"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Письмо отправить не удалось", "Пароль готов");
        } finally {
            server.start();
        }
    }

    private MvcTestResult add(String login, String email) {
        return mvc.post()
                .uri("/accounts/users")
                .param("login", login)
                .param("email", email)
                .param("name", "Новый Человек")
                .param("role", "VIEWER")
                .with(csrf())
                .with(SignIns.as("client", context))
                .exchange();
    }

    private Person known(String login, String email) {
        Staff.Draft draft = new Staff.Draft(login, email, login, Role.VIEWER);
        return ((Staff.Outcome.Done) context.getBean(Staff.class).add(owner(), draft)).person();
    }

    private Who owner() {
        return SignIns.who("client", context);
    }

    private MvcTestResult remind(String email) {
        return remindFrom("203.0.113.1", email);
    }

    private MvcTestResult remindFrom(String address, String email) {
        return mvc.post()
                .uri("/sign-in/forgot")
                .param("email", email)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult set(String token, String password) {
        return mvc.post()
                .uri("/sign-in/link")
                .param("token", token)
                .param("fresh", password)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String login, String password) {
        return mvc.post()
                .uri("/sign-in")
                .param("login", login)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private static Cookie sessionOf(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("vestnik"));
    }

    private MimeMessage letterTo(String email) {
        await().until(() -> server.getReceivedMessages().length > 0);
        MimeMessage letter = server.getReceivedMessages()[0];
        try {
            assertThat(letter.getAllRecipients()[0]).hasToString(email);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return letter;
    }

    private static String tokenOf(MimeMessage letter) throws MessagingException, IOException {
        Matcher link = LINK.matcher(letter.getContent().toString());
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    /** Without what differs from answer to answer. */
    private static String body(MvcTestResult result) throws IOException {
        return result.getResponse().getContentAsString().replaceAll("(_csrf\"[^>]*|X-CSRF-TOKEN[^>]*)", "");
    }

    private int audited(String what, String object) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT count(*)::int FROM accounts.audit WHERE what = :what AND object = :object")
                .param("what", what)
                .param("object", object)
                .query(Integer.class)
                .single();
    }
}
