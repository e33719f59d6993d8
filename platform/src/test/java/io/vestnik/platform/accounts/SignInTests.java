package io.vestnik.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.store.StoreSettings;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SignInTests {

    private static final String HERE = "192.0.2.1";

    private final MockMvcTester mvc;
    private final ApplicationContext context;

    @Autowired
    SignInTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @Test
    void opensTheDemonstrationWithRandomPasswordsInAFileOfTheOwner() throws IOException {
        Path file = data().resolve("demo.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(demo().stringPropertyNames())
                .contains("operator.login", "operator.password", "partner.login", "client.password", "client.token");
        Who client = SignIns.who("client", context);
        assertThat(context.getBean(Accounts.class).chain(client.account()))
                .extracting(Account::kind)
                .containsExactly(AccountKind.CLIENT, AccountKind.PARTNER, AccountKind.OPERATOR);
    }

    @Test
    void signsInAndStaysSignedIn() throws IOException {
        Cookie session = signIn("operator", demo().getProperty("operator.password"));
        assertThat(mvc.get().uri("/accounts/users").cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("Оператор", "id=\"users\"")
                .doesNotContain("??");
    }

    @Test
    void tellsNobodyWhetherALoginExists() {
        assertThat(post("nobody", "wrong password")).hasRedirectedUrl("/sign-in?failed");
        assertThat(post("operator", "wrong password")).hasRedirectedUrl("/sign-in?failed");
        assertThat(mvc.get().uri("/sign-in?failed")).bodyText().contains("Логин или пароль не подошли");
    }

    @Test
    void slowsGuessingDown() {
        for (int i = 0; i < 10; i++) {
            assertThat(post("victim", "guess " + i)).hasRedirectedUrl("/sign-in?failed");
        }
        assertThat(post("victim", "guess")).hasRedirectedUrl("/sign-in?busy");
    }

    @Test
    void endsTheSessionsOfWhoeverIsBlockedOrHasANewPassword() {
        Who owner = SignIns.who("partner", context);
        Staff staff = context.getBean(Staff.class);
        var added = (Staff.Outcome.Done) staff.add(owner, new Staff.Draft("leaver", "", "Leaver", Role.OWNER));
        Cookie session = signIn("leaver", String.valueOf(added.password()));
        assertThat(mvc.get().uri("/accounts/password").cookie(session)).hasStatusOk();

        var renewed = (Staff.Outcome.Done) staff.renew(owner, added.person().id());
        assertThat(mvc.get().uri("/accounts/password").cookie(session)).hasStatus3xxRedirection();

        Cookie again = signIn("leaver", String.valueOf(renewed.password()));
        assertThat(staff.change(owner, added.person().id(), added.person().version(), Role.OWNER, false))
                .isInstanceOf(Staff.Outcome.Done.class);
        assertThat(mvc.get().uri("/accounts/password").cookie(again)).hasStatus3xxRedirection();
        assertThat(post("leaver", String.valueOf(renewed.password()))).hasRedirectedUrl("/sign-in?failed");
    }

    @Test
    void knowsTheHolderOfATokenUntilItIsRevoked() throws IOException {
        Keys keys = context.getBean(Keys.class);
        Who client = SignIns.who("client", context);
        assertThat(keys.admit(demo().getProperty("client.token"), HERE))
                .isInstanceOfSatisfying(
                        Admission.Admitted.class,
                        it -> assertThat(it.who().account()).isEqualTo(client.account()));
        Admission stranger = new Admission.Refused(Admission.Reason.UNKNOWN, null);
        assertThat(keys.admit("vst_unknown", HERE)).isEqualTo(stranger);

        KeyRing ring = context.getBean(KeyRing.class);
        String token = ring.create(client, "Shop", Role.VIEWER).orElseThrow();
        assertThat(keys.admit(token, HERE)).isInstanceOf(Admission.Admitted.class);
        assertThat(mvc.get().uri("/api/v1/nothing").header("Authorization", "Bearer " + token))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/nothing").header("Authorization", "Bearer vst_x"))
                .hasStatus(401);
        long id = ring.list(client.account()).getFirst().id();
        assertThat(ring.revoke(SignIns.who("partner", context), id))
                .as("of another account")
                .isFalse();
        assertThat(ring.revoke(client, id)).isTrue();
        assertThat(keys.admit(token, HERE)).isEqualTo(stranger);
        String stored = context.getBean(JdbcClient.class)
                .sql("SELECT string_agg(k::text, '') FROM accounts.api_key k")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(token);
    }

    @Test
    void signsOutByAFormOnly() throws IOException {
        Cookie session = signIn("client", demo().getProperty("client.password"));
        assertThat(mvc.get().uri("/sign-out").cookie(session)).hasStatus(404);
        assertThat(mvc.post().uri("/sign-out").cookie(session)).hasStatus(403);
        assertThat(mvc.post().uri("/sign-out").cookie(session).with(csrf())).hasRedirectedUrl("/sign-in?left");
        assertThat(mvc.get().uri("/accounts/password").cookie(session)).hasStatus3xxRedirection();
    }

    @Test
    void leadsToThePageThatWasWantedAndNotToWhatAPageAsksForByItself() {
        MvcTestResult page = mvc.get()
                .uri("/contacts")
                .header("Accept", "text/html,application/xhtml+xml")
                .exchange();
        assertThat(page).hasStatus3xxRedirection();
        assertThat(page.getResponse().getCookie("REDIRECT_URI")).isNotNull();

        MvcTestResult asked = mvc.get()
                .uri("/shell/present")
                .header("HX-Request", "true")
                .header("Accept", "*/*")
                .exchange();
        assertThat(asked).hasStatus(401);
        assertThat(asked.getResponse().getCookie("REDIRECT_URI")).isNull();
    }

    private MvcTestResult post(String login, String password) {
        return mvc.post()
                .uri("/sign-in")
                .param("login", login)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private Cookie signIn(String login, String password) {
        MvcTestResult result = post(login, password);
        assertThat(result).hasRedirectedUrl("/");
        Cookie session = result.getResponse().getCookie("vestnik");
        assertThat(session).isNotNull();
        return java.util.Objects.requireNonNull(session);
    }

    private Properties demo() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data().resolve("demo.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private Path data() {
        return context.getBean(StoreSettings.class).data();
    }
}
