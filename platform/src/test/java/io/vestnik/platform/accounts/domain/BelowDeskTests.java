package io.vestnik.platform.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.AccountsBelow.Change;
import io.vestnik.platform.accounts.AccountsBelow.Changed;
import io.vestnik.platform.accounts.AccountsBelow.Opened;
import io.vestnik.platform.accounts.AccountsBelow.Opening;
import io.vestnik.platform.accounts.AccountsBelow.Owner;
import io.vestnik.platform.accounts.AccountsBelow.Program;
import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.ApiPasswords;
import io.vestnik.platform.accounts.LoginsBelow;
import io.vestnik.platform.accounts.LoginsBelow.Given;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.TariffChoice;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class BelowDeskTests {

    private static final ZoneId OMSK = ZoneId.of("Asia/Omsk");
    private static final String HERE = "192.0.2.77";
    private static final AtomicInteger made = new AtomicInteger();

    private final ApplicationContext context;
    private final AccountsBelow below;
    private final LoginsBelow logins;
    private final Accounts accounts;
    private final ApiPasswords passwords;

    @Autowired
    BelowDeskTests(
            ApplicationContext context,
            AccountsBelow below,
            LoginsBelow logins,
            Accounts accounts,
            ApiPasswords passwords) {
        this.context = context;
        this.below = below;
        this.logins = logins;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Test
    void opensAnAccountWithItsOwner() {
        String email = "desk" + made.incrementAndGet() + "@example.org";
        Owner owner = new Owner("Ольга", email, "");
        Opening opening = new Opening(AccountKind.CLIENT, " Ярмарка ", OMSK, "договор 7", owner, null);
        Opened.Done done = (Opened.Done) below.open(partner(), opening);

        Below there = done.below();
        assertThat(accounts.get(there.account().id())).isEqualTo(there.account());
        assertThat(there.account().name()).isEqualTo("Ярмарка");
        assertThat(there.account().parent()).isEqualTo(partner().account());
        assertThat(there.account().zone()).isEqualTo(OMSK);
        assertThat(there.account().currency()).isEqualTo("RUB");
        assertThat(there.note()).isEqualTo("договор 7");
        assertThat(done.password()).as("nobody brings letters here").isNotNull();
        Who signedIn = SignIns.who(email, context);
        assertThat(signedIn.account()).isEqualTo(there.account().id());
        assertThat(signedIn.may("accounts:users")).as("an owner").isTrue();
        assertThat(below.open(partner(), opening))
                .as("the login is taken")
                .isEqualTo(new Opened.Refused("owner/login", "taken"));
    }

    @Test
    void opensAnAccountWhoseOwnerHasNoEmail() {
        String login = "desk-quiet" + made.incrementAndGet();
        Opening quiet = new Opening(AccountKind.CLIENT, "Ярд", OMSK, "", new Owner("Ольга", "", login), null);
        Opened.Done done = (Opened.Done) below.open(partner(), quiet);
        assertThat(done.password()).isNotNull();
        assertThat(SignIns.who(login, context).account())
                .isEqualTo(done.below().account().id());
        Owner nobody = new Owner("Ольга", "", "");
        assertThat(below.open(partner(), new Opening(AccountKind.CLIENT, "Ярд", OMSK, "", nobody, null)))
                .isEqualTo(new Opened.Refused("owner/login", "empty"));
        Owner weak = new Owner("Ольга", "", login + "-2", "short");
        assertThat(below.open(partner(), new Opening(AccountKind.CLIENT, "Ярд", OMSK, "", weak, null)))
                .isEqualTo(new Opened.Refused("owner/password", "weak_password"));
    }

    @Test
    void opensAnAccountByATariffThatItsServerMayGive() {
        TariffChoice choice = context.getBean(TariffChoice.class);
        TariffChoice.Offered offered = choice.offered(partner()).getFirst();
        Opening opening = opening(AccountKind.CLIENT, "Ясень");
        Opened.Done done = (Opened.Done) below.open(partner(), opening.by(offered.id()));
        assertThat(tariffOf(done.below())).isEqualTo(offered.id());
        assertThat(tariffOf(opened("Ясень"))).as("the usual one").isZero();
        long theirs =
                choice.offered(SignIns.who("operator", context)).getFirst().id();
        assertThat(below.open(partner(), opening.by(theirs))).isEqualTo(new Opened.Refused("tariff", "unknown"));
        Who keeper = new Who(partner().account(), null, "keeper", "keeper", Set.of("clients:manage"));
        assertThat(choice.offered(keeper)).isEmpty();
        assertThat(below.open(keeper, opening.by(offered.id()))).isEqualTo(new Opened.Refused("tariff", "unknown"));
    }

    private long tariffOf(Below there) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT coalesce(max(tariff), 0) FROM tariffs.assignment WHERE account = :account")
                .param("account", there.account().id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void opensNothingWhereWhatElseIsSetIsRefused() {
        Opening opening = program("Яшма", "yashma" + made.incrementAndGet());
        AtomicReference<AccountId> opened = new AtomicReference<>();
        assertThat(below.open(partner(), opening, it -> {
                    opened.set(it.account().id());
                    assertThat(accounts.find(it.account().id()))
                            .as("by those who set it")
                            .contains(it.account());
                    return false;
                }))
                .isEqualTo(new Opened.Refused("more", "refused"));
        AccountId account = opened.get();
        assertThat(accounts.find(account)).isEmpty();
        assertThat(below.find(partner().account(), account)).isEmpty();
        assertThat(below.open(partner(), opening, _ -> true)).isInstanceOf(Opened.Done.class);
    }

    @Test
    void opensOnlyWhatMayBeBelow() {
        assertThat(AccountKind.OPERATOR.below()).containsExactly(AccountKind.CLIENT, AccountKind.PARTNER);
        assertThat(below.open(partner(), opening(AccountKind.PARTNER, "Ярус")))
                .isEqualTo(new Opened.Refused("kind", "not_below"));
        assertThat(below.open(SignIns.who("client", context), opening(AccountKind.CLIENT, "Ярус")))
                .isEqualTo(new Opened.Refused("kind", "not_below"));
    }

    @Test
    void tellsWhichFieldIsWrong() {
        assertThat(below.open(partner(), opening(AccountKind.CLIENT, " ")))
                .isEqualTo(new Opened.Refused("name", "empty"));
        assertThat(below.open(partner(), opening(AccountKind.CLIENT, "я".repeat(201))))
                .isEqualTo(new Opened.Refused("name", "too_long"));
        assertThat(below.open(partner(), opening(AccountKind.CLIENT, "я\0")))
                .isEqualTo(new Opened.Refused("name", "bad_characters"));
        Owner wrong = new Owner("Ольга", "not an address", "yarus-owner");
        assertThat(below.open(partner(), new Opening(AccountKind.CLIENT, "Ярус", OMSK, "", wrong, null)))
                .isEqualTo(new Opened.Refused("owner/email", "bad_email"));
        Program weak = new Program("yarus", "short");
        assertThat(below.open(partner(), new Opening(AccountKind.CLIENT, "Ярус", OMSK, "", null, weak)))
                .isEqualTo(new Opened.Refused("program/password", "weak_password"));
    }

    @Test
    void changesWhatWasReadAndNothingElse() {
        Below first = opened("Яхта");
        AccountId id = first.account().id();
        Below second =
                ((Changed.Done) below.change(partner(), id, first.version(), new Change("Якорь", OMSK, "n"))).below();
        assertThat(second.account().name()).isEqualTo("Якорь");
        assertThat(accounts.get(id).name()).as("at once").isEqualTo("Якорь");
        assertThat(below.change(partner(), id, first.version(), new Change("Ящик", OMSK, "")))
                .isEqualTo(new Changed.Stale(second));
        assertThat(below.find(partner().account(), id)).contains(second);
    }

    @Test
    void closesAndReopensItWithAllThatIsBelow() {
        Who operator = SignIns.who("operator", context);
        AccountId partner = ((Opened.Done) below.open(operator, opening(AccountKind.PARTNER, "Янтарь")))
                .below()
                .account()
                .id();
        Who inside = new Who(partner, null, "test", "Tester", Set.of());
        AccountId client = ((Opened.Done) below.open(inside, program("Якут", "yakut" + made.incrementAndGet())))
                .below()
                .account()
                .id();
        String login = logins.logins(partner).getOrDefault(client, "");

        assertThat(below.close(operator, partner))
                .hasValueSatisfying(it -> assertThat(it.account().active()).isFalse());
        assertThat(below.close(operator, partner)).as("again").isPresent();
        assertThat(accounts.get(client).active()).as("nobody serves it").isFalse();
        assertThat(passwords.admit(login, "correct horse", HERE)).isInstanceOf(Admission.Refused.class);

        assertThat(below.reopen(operator, partner))
                .hasValueSatisfying(it -> assertThat(it.account().active()).isTrue());
        assertThat(accounts.get(client).active()).isTrue();
        assertThat(passwords.admit(login, "correct horse", HERE)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void givesProgramsTheirLogins() {
        String login = "Yoga" + made.incrementAndGet();
        AccountId id = ((Opened.Done) below.open(partner(), program("Ягода", login)))
                .below()
                .account()
                .id();
        assertThat(logins.find(partner().account(), login.toUpperCase(Locale.ROOT)))
                .contains(id);
        assertThat(logins.rename(partner(), id, login + "-2")).isEqualTo(Given.DONE);
        assertThat(passwords.admit(login + "-2", "correct horse", HERE)).isInstanceOf(Admission.Admitted.class);
        assertThat(logins.give(partner(), id, new Program(login, "battery staple")))
                .isEqualTo(Given.DONE);
        assertThat(passwords.admit(login, "battery staple", HERE)).isInstanceOf(Admission.Admitted.class);
        assertThat(passwords.admit(login, "correct horse", HERE)).isInstanceOf(Admission.Refused.class);

        assertThat(below.open(partner(), program("Ягода", login)))
                .isEqualTo(new Opened.Refused("program/login", "taken"));
        AccountId other = ((Opened.Done) below.open(partner(), program("Ягель", "Yagel" + made.incrementAndGet())))
                .below()
                .account()
                .id();
        assertThat(logins.give(partner(), other, new Program(login, "battery staple")))
                .isEqualTo(Given.TAKEN);
        assertThat(logins.give(partner(), other, new Program("яг", "battery staple")))
                .isEqualTo(Given.BAD_LOGIN);
        assertThat(logins.give(partner(), other, new Program("yagel", "yagel"))).isEqualTo(Given.WEAK_PASSWORD);
    }

    @Test
    void changesNoLoginThatItDidNotGive() {
        AccountId none = opened("Ясень").account().id();
        assertThat(logins.give(partner(), none, new Program("yasen", "battery staple")))
                .as("it has none")
                .isEqualTo(Given.NOT_GIVEN);
        assertThat(logins.rename(partner(), none, "anything")).isEqualTo(Given.NOT_GIVEN);

        String login = "yashma" + made.incrementAndGet();
        AccountId id = ((Opened.Done) below.open(partner(), program("Яшма", login)))
                .below()
                .account()
                .id();
        ApiAccess access = context.getBean(ApiAccess.class);
        Who inside = new Who(id, null, "test", "Tester", Set.of());
        String own = ((ApiAccess.Answer.Given) access.issue(inside, login, Duration.ZERO)).password();
        assertThat(logins.give(partner(), id, new Program(login, "battery staple")))
                .isEqualTo(Given.NOT_GIVEN);
        assertThat(logins.rename(partner(), id, login + "-2")).isEqualTo(Given.NOT_GIVEN);
        assertThat(passwords.admit(login, own, HERE)).isInstanceOf(Admission.Admitted.class);
        access.revoke(inside);
        assertThat(logins.give(partner(), id, new Program(login, "battery staple")))
                .as("taken away by the account itself")
                .isEqualTo(Given.NOT_GIVEN);
    }

    @Test
    void givesAHundredLoginsWithinAnHourAndNoMore() {
        Who operator = SignIns.who("operator", context);
        AccountId busy = ((Opened.Done) below.open(operator, opening(AccountKind.PARTNER, "Ярило")))
                .below()
                .account()
                .id();
        AccountBook book = context.getBean(AccountBook.class);
        ApiAccess access = context.getBean(ApiAccess.class);
        Deeds deeds = context.getBean(Deeds.class);
        Who inside = new Who(busy, null, "test", "Tester", Set.of());
        String login = "yarilo" + made.incrementAndGet() + "-";
        AccountId last = deeds.together(() -> {
            AccountId opened = busy;
            for (int i = 0; i <= AccountsBelow.MOST_AN_HOUR; i++) {
                opened = book.open(
                        new AccountBook.NewAccount(AccountKind.CLIENT, busy, "Ярка", "RUB", OMSK, "RU"), Instant.EPOCH);
                access.give(inside, opened, new Program(login + i, "correct horse"));
            }
            return opened;
        });
        assertThat(logins.give(inside, last, new Program(login + "x", "battery staple")))
                .isEqualTo(Given.TOO_OFTEN);
        assertThat(logins.logins(busy)).containsEntry(last, login + AccountsBelow.MOST_AN_HOUR);
    }

    @Test
    void knowsNothingOfAccountsThatOthersServe() {
        Who operator = SignIns.who("operator", context);
        String login = "yurta" + made.incrementAndGet();
        Below mine = ((Opened.Done) below.open(partner(), program("Юрта", login))).below();
        AccountId id = mine.account().id();
        assertThat(below.find(operator.account(), id)).as("two steps below").isEmpty();
        assertThat(below.find(id, id)).isEmpty();
        assertThat(below.change(operator, id, mine.version(), new Change("Чужая", OMSK, "")))
                .isEqualTo(new Changed.NotFound());
        assertThat(below.close(operator, id)).isEmpty();
        assertThat(below.reopen(operator, id)).isEmpty();
        assertThat(logins.find(operator.account(), login)).isEmpty();
        assertThat(logins.logins(operator.account())).doesNotContainKey(id);
        assertThat(logins.rename(operator, id, "mine-now")).isEqualTo(Given.NOT_FOUND);
        assertThat(below.find(partner().account(), id)).contains(mine);
    }

    @Test
    void opensAHundredWithinAnHourAndNoMore() {
        AccountBook book = context.getBean(AccountBook.class);
        Who operator = SignIns.who("operator", context);
        AccountId busy = ((Opened.Done) below.open(operator, opening(AccountKind.PARTNER, "Яма")))
                .below()
                .account()
                .id();
        Deeds deeds = context.getBean(Deeds.class);
        deeds.together(() -> {
            for (int i = 0; i < AccountsBelow.MOST_AN_HOUR; i++) {
                book.open(new AccountBook.NewAccount(AccountKind.CLIENT, busy, "Ямка", "RUB", OMSK, "RU"), deeds.now());
            }
            book.open(new AccountBook.NewAccount(AccountKind.CLIENT, busy, "Ямка", "RUB", OMSK, "RU"), Instant.EPOCH);
            return busy;
        });
        Who inside = new Who(busy, null, "test", "Tester", Set.of());
        assertThat(below.open(inside, opening(AccountKind.CLIENT, "Ямка"))).isEqualTo(new Opened.TooOften());
        Owner taken = new Owner("Ольга", "desk-yamka@example.org", "partner");
        assertThat(below.open(inside, new Opening(AccountKind.CLIENT, "Ямка", OMSK, "", taken, null)))
                .as("counted before anybody is looked for")
                .isEqualTo(new Opened.TooOften());
    }

    private Who partner() {
        return SignIns.who("partner", context);
    }

    private Below opened(String name) {
        return ((Opened.Done) below.open(partner(), opening(AccountKind.CLIENT, name))).below();
    }

    private static Opening opening(AccountKind kind, String name) {
        return new Opening(kind, name, OMSK, "", null, null);
    }

    private static Opening program(String name, String login) {
        return new Opening(AccountKind.CLIENT, name, OMSK, "", null, new Program(login, "correct horse"));
    }
}
