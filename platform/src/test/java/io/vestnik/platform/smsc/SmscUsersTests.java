package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ApiAccess;
import io.vestnik.platform.accounts.domain.ApiKeys;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Accounts below, made and kept by programs. */
class SmscUsersTests extends AsSmscProgram {
    private static final String DONE = "{\n\"result\": \"OK\"\n}";

    @Test
    void makesAndChangesAccountsRightBelow() throws Exception {
        String user = name("sub-client-");
        String settings =
                "&email=" + user + "@example.org&fio=Olga&tz=18&notes=n&fl2%5B27%5D=1&fl%5B10%5D=1&fl%5B11%5D=1&mph=1"
                        + "&url=https://example.invalid/told";
        AccountId id = made(user, settings);
        Account account = context.getBean(Accounts.class).get(id);
        assertThat(account.zone()).isEqualTo(ZoneId.of("Etc/GMT-6"));
        assertThat(context.getBean(SendingRules.class).of(id).test()).isTrue();
        assertThat(context.getBean(Webhooks.class).list(id)).singleElement().satisfies(it -> {
            assertThat(it.form()).isEqualTo(EndpointForm.SMSC);
            assertThat(it.url()).isEqualTo("https://example.invalid/told");
            assertThat(it.hears()).isEqualTo(new Hears(Hears.States.EVERY, true, true, false, null));
        });
        assertThat(balance(user, "correct.horse")).isEqualTo("0");
        assertThat(getAs("partner", "users", "add=1&user=" + user + "&password=correct.horse&fmt=1"))
                .as("there is one")
                .isEqualTo("0,-8");

        assertThat(getAs("partner", "users", "pay=1&user=" + user + "&sum=7&fmt=3"))
                .isEqualTo(DONE);
        assertThat(balance(user, "correct.horse")).isEqualTo("7.00");
        String other = user + "-2";
        String change = "chg=1&user=" + user + "&new_login=" + other + "&fl2%5B27%5D=0&fl2%5B10%5D=1&fmt=3";
        assertThat(getAs("partner", "users", change)).isEqualTo(DONE);
        assertThat(balance(other, "correct.horse")).as("blocked").startsWith("0,-2");
        change = "chg=1&user=" + other + "&fl2%5B10%5D=0&password=battery.staple&fmt=3";
        assertThat(getAs("partner", "users", change)).isEqualTo(DONE);
        assertThat(balance(other, "battery.staple")).isEqualTo("7.00");
        assertThat(context.getBean(SendingRules.class).of(id).test()).isFalse();
    }

    @Test
    void letsThePersonOfAnAccountWithoutAnEmailSignIn() throws Exception {
        String user = name("sub-person-");
        AccountId id = made(user, "&fio=Olga");
        Authentication signedIn = context.getBeansOfType(AuthenticationProvider.class).values().stream()
                .filter(it -> it.supports(UsernamePasswordAuthenticationToken.class))
                .findFirst()
                .orElseThrow()
                .authenticate(new UsernamePasswordAuthenticationToken(user, "correct.horse"));
        assertThat(Objects.requireNonNull(signedIn).getPrincipal()).isInstanceOfSatisfying(Who.class, who -> {
            assertThat(who.account()).isEqualTo(id);
            assertThat(who.name()).isEqualTo("Olga");
        });
    }

    @Test
    void leavesNothingOfAnAccountThatBreaksOffInTheMiddle() throws Exception {
        String user = name("sub-broken-");
        String settings = "&fl2%5B27%5D=1&url=https://example.invalid/told";
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("ALTER TABLE smsc.served_endpoint ADD CONSTRAINT broken CHECK (false) NOT VALID")
                .update();
        try {
            String path = "/sys/users.php?apikey=" + key("partner") + "&add=1&password=correct.horse&user=" + user;
            assertThat(status("GET", path + settings)).isEqualTo(500);
        } finally {
            jdbc.sql("ALTER TABLE smsc.served_endpoint DROP CONSTRAINT broken").update();
        }
        assertThat(balance(user, "correct.horse")).isEqualTo("0,-2");
        AccountId id = made(user, settings);
        assertThat(context.getBean(SendingRules.class).of(id).test()).isTrue();
        assertThat(context.getBean(Webhooks.class).list(id)).hasSize(1);
    }

    @Test
    void refusesAccountsBelowThatItCannotMake() throws Exception {
        String user = name("sub-refused-");
        assertThat(getAs("partner", "users", "add=1&user=" + user + "&fmt=1")).isEqualTo("0,-1");
        assertThat(getAs("partner", "users", "add=1&user=" + user + "&password=short&fmt=1"))
                .isEqualTo("0,-8");
        assertThat(getAs("partner", "users", "add=1&user=" + user + "&password=correct.horse&type=2&fmt=1"))
                .isEqualTo("0,-8");
        assertThat(getAs("partner", "users", "add=1&user=" + user + "&password=correct.horse&tz=25&fmt=1"))
                .as("a fourth time within a minute")
                .isEqualTo("0,-9");
        assertThat(getAs("partner", "users", "chg=1&user=nobody-at-all&fmt=1")).isEqualTo("0,-6");
        assertThat(getAs("operator", "users", "chg=1&user=" + client().account() + "&fl2%5B10%5D=1&fmt=1"))
                .as("two steps below")
                .isEqualTo("0,-6");
        assertThat(getAs("partner", "users", "mph=1&fmt=1")).isEqualTo("0,-1");
    }

    @Test
    void leavesALoginAloneThatTheAccountSetItself() throws Exception {
        String user = name("sub-own-");
        AccountId id = made(user);
        ApiAccess access = context.getBean(ApiAccess.class);
        ApiAccess.Answer.Given own = (ApiAccess.Answer.Given) access.issue(inside(id), user, Duration.ZERO);
        String change = "chg=1&user=" + user + "&fmt=1";
        assertThat(getAs("partner", "users", change + "&password=battery.staple"))
                .isEqualTo("0,-8");
        assertThat(getAs("partner", "users", change + "&new_login=" + user + "-2"))
                .isEqualTo("0,-8");
        assertThat(balance(user, own.password())).isEqualTo("0");
        assertThat(balance(user, "battery.staple")).isEqualTo("0,-2");
    }

    @Test
    void leavesAddressesAloneThatTheAccountSetItself() throws Exception {
        String user = name("sub-told-");
        AccountId id = made(user);
        Webhooks webhooks = context.getBean(Webhooks.class);
        String own = "https://example.invalid/own";
        webhooks.create(inside(id), new Webhooks.Draft(own, EndpointForm.SMSC, Hears.USUAL, 1, 0));
        for (String url : List.of("https://example.invalid/1", "https://example.invalid/2")) {
            String change = "chg=1&user=" + user + "&fmt=1&fl%5B11%5D=1&url=" + url;
            assertThat(getAs("partner", "users", change)).doesNotStartWith("0,-");
            assertThat(webhooks.list(id)).extracting(Endpoint::url).containsExactlyInAnyOrder(own, url);
        }
    }

    @Test
    void changesNothingOfWhatItRefuses() throws Exception {
        String user = name("sub-whole-");
        made(user);
        String change = "chg=1&user=" + user + "&password=battery.staple&fmt=1&notes=" + "n".repeat(1_001);
        assertThat(getAs("partner", "users", change)).isEqualTo("0,-8");
        String taken = name("sub-taken-");
        AccountId other = made(taken);
        change = "chg=1&user=" + taken + "&new_login=" + user + "&fl2%5B10%5D=1&fmt=1";
        assertThat(getAs("partner", "users", change)).isEqualTo("0,-8");
        assertThat(context.getBean(Accounts.class).get(other).active()).isTrue();
        assertThat(balance(user, "correct.horse")).isEqualTo("0");
        assertThat(balance(user, "battery.staple")).isEqualTo("0,-2");
    }

    @Test
    void movesMoneyOnceHoweverOftenItIsAsked() throws Exception {
        String user = name("sub-paid-");
        made(user);
        String pay = "pay=1&user=" + user + "&fmt=1&sum=";
        assertThat(getAs("partner", "users", pay + "-1")).as("nothing yet").isEqualTo("0,-10");
        assertThat(getAs("partner", "users", pay + "5")).doesNotStartWith("0,-");
        assertThat(getAs("partner", "users", pay + "5")).isEqualTo("0,-9");
        assertThat(getAs("partner", "users", pay + "-1"))
                .as("what was refused may come again")
                .doesNotStartWith("0,-");
        assertThat(getAs("partner", "users", pay + "-1")).isEqualTo("0,-9");
        assertThat(balance(user, "correct.horse")).isEqualTo("4.00");
    }

    @Test
    void asksForNoOtherRightThanTheCommandNeeds() throws Exception {
        String user = name("sub-right-");
        made(user);
        String change = "chg=1&user=" + user + "&notes=n&fmt=1";
        String pay = "pay=1&user=" + user + "&sum=1&fmt=1";
        String figures = "get_stat=1&user=" + user + "&fmt=1";
        assertThat(asked("clients:manage", change)).doesNotStartWith("0,-");
        assertThat(asked("clients:manage", pay)).isEqualTo("0,-2");
        assertThat(asked("clients:manage", figures)).isEqualTo("0,-2");
        assertThat(asked("billing:topup", pay)).doesNotStartWith("0,-");
        assertThat(asked("billing:topup", change)).isEqualTo("0,-2");
        assertThat(asked("statistics:below", figures)).doesNotStartWith("0,-");
    }

    private String asked(String scope, String query) throws Exception {
        KeyTerms terms = new KeyTerms(Set.of(scope), List.of(), null, null, false, Map.of());
        String key = context.getBean(KeyRing.class)
                .create(SignIns.who("partner", context), new ApiKeys.Draft(scope, Role.OWNER, terms))
                .orElseThrow()
                .token();
        byte[] body = ("apikey=" + key + "&" + query).getBytes(StandardCharsets.UTF_8);
        return post("/sys/users.php", "application/x-www-form-urlencoded", body);
    }

    /** An account below the partner, whose password is that of a correct horse. */
    private AccountId made(String user) throws Exception {
        return made(user, "");
    }

    private AccountId made(String user, String more) throws Exception {
        String made = getAs("partner", "users", "add=1&user=" + user + "&password=correct.horse&fmt=3" + more);
        return new AccountId(Long.parseLong(member(made, "id")));
    }

    private static Who inside(AccountId account) {
        return new Who(account, null, "test", "Tester", Set.of());
    }

    @Test
    void tellsWhatAccountsRightBelowHaveSpent() throws Exception {
        String user = name("sub-spent-");
        getAs("partner", "users", "add=1&user=" + user + "&password=correct.horse&fmt=3");
        assertThat(getAs("partner", "users", "get_stat=1&user=" + user + "&fmt=3"))
                .contains("\"login\": \"" + user + "\"", "\"sms\": 0", "\"credit\": \"0\"", "\"currency\": \"RUR\"")
                .doesNotContain("\"name\"");
        assertThat(getAs("partner", "users", "get_stat_all=1&fmt=3"))
                .contains("\"login\": \"" + user + "\"", "\"id\": " + client().account() + ",", "\"blocked\": 0");
        assertThat(getAs("partner", "users", "get_stat=1&start=01.01.2026&end=x&fmt=1"))
                .isEqualTo("0,-1");
        assertThat(getAs("partner", "users", "get_stat=1&user=nobody-at-all&fmt=1"))
                .isEqualTo("0,-6");
    }

    private String balance(String login, String password) throws Exception {
        byte[] asked = ("fmt=1&login=" + login + "&psw=" + password).getBytes(StandardCharsets.UTF_8);
        return post("/sys/balance.php", "application/x-www-form-urlencoded", asked);
    }
}
