package io.vestnik.platform.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.Admission.Reason;
import io.vestnik.platform.accounts.ApiPasswords;
import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ApiAccess.Answer;
import io.vestnik.platform.accounts.domain.CallStore.Round;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Quota;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nodes keep of programs in the database. */
@WebTest
class ProgramsTests {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final String HERE = "192.0.2.1";

    private final ApplicationContext context;
    private final ApiPasswords passwords;
    private final ApiAccess access;

    @Autowired
    ProgramsTests(ApplicationContext context, ApiPasswords passwords, ApiAccess access) {
        this.context = context;
        this.passwords = passwords;
        this.access = access;
    }

    @Test
    void keysThatMightAnswerForTextsAnswerForNamesToo() throws IOException {
        KeyRing keys = context.getBean(KeyRing.class);
        Who partner = SignIns.who("partner", context);
        String token = keys.create(partner, "texts", Role.OWNER).orElseThrow();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        byte[] digest = Tokens.digest(token);
        jdbc.sql("UPDATE accounts.api_key SET scopes = '{senders:texts-answer,senders:serve}' WHERE digest = :digest")
                .param("digest", digest)
                .update();
        jdbc.sql(new ClassPathResource("db/migration/accounts/V9__one_right_for_names_and_texts.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(jdbc.sql("SELECT array_to_string(scopes, ',') FROM accounts.api_key WHERE digest = :digest")
                        .param("digest", digest)
                        .query(String.class)
                        .single())
                .isEqualTo("senders:serve");
    }

    @Test
    void twoNodesShareALimitFromOneRoundToTheNext() {
        long key = context.getBean(KeyRing.class)
                .create(SignIns.who("client", context), new ApiKeys.Draft("Two nodes", Role.VIEWER, KeyTerms.USUAL))
                .orElseThrow()
                .id();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), UTC);
        KeyMeters here = new KeyMeters(context.getBean(KeyCounts.class), clock);
        KeyMeters there = new KeyMeters(context.getBean(KeyCounts.class), clock);
        Map<Span, Long> limits = Map.of(Span.DAY, 100L);
        KeyMeter ours = here.of(key, UTC);
        KeyMeter theirs = there.of(key, UTC);

        assertThat(ours.take(60, limits, UTC, clock.instant())).isEmpty();
        assertThat(theirs.take(60, limits, UTC, clock.instant()))
                .as("within a round nodes do not know of each other")
                .isEmpty();
        here.write();
        there.write();
        here.write();
        for (KeyMeter node :
                List.of(ours, theirs, new KeyMeters(context.getBean(KeyCounts.class), clock).of(key, UTC))) {
            assertThat(node.take(1, limits, UTC, clock.instant()))
                    .hasValueSatisfying(refusal -> assertThat(refusal).isInstanceOf(KeyRefusal.LimitReached.class));
        }
    }

    @Test
    void recognisesAnApiPasswordInThreeForms() throws NoSuchAlgorithmException {
        Who partner = SignIns.who("partner", context);
        String password = given(partner, "Three.Forms", Duration.ZERO);
        for (String sent : List.of(password, hex("MD5", password), hex("SHA-1", password))) {
            assertThat(passwords.admit("three.FORMS", sent, HERE))
                    .isInstanceOfSatisfying(
                            Admission.Admitted.class,
                            it -> assertThat(it.who().account()).isEqualTo(partner.account()));
        }
        assertThat(passwords.admit("three.forms", hex("MD5", password).toUpperCase(Locale.ROOT), HERE))
                .isEqualTo(refused(Reason.UNKNOWN));
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT string_agg(a::text, '') FROM accounts.api_access a")
                        .query(String.class)
                        .single())
                .doesNotContain(password, hex("MD5", password), hex("SHA-1", password));
    }

    @Test
    void letsTheOlderPasswordWorkForAWhileWithTheSameLoginOnly() {
        Who operator = SignIns.who("operator", context);
        String first = given(operator, "overlapping", Duration.ZERO);
        String second = given(operator, "overlapping", Duration.ofHours(1));
        assertThat(passwords.admit("overlapping", first, HERE)).isInstanceOf(Admission.Admitted.class);
        assertThat(passwords.admit("overlapping", second, HERE)).isInstanceOf(Admission.Admitted.class);
        String third = given(operator, "overlapping", Duration.ZERO);
        assertThat(passwords.admit("overlapping", second, HERE)).isEqualTo(refused(Reason.UNKNOWN));
        given(operator, "another", Duration.ofHours(1));
        assertThat(passwords.admit("overlapping", third, HERE)).isEqualTo(refused(Reason.UNKNOWN));

        assertThat(access.limit(
                        operator,
                        access.of(operator.account()).version(),
                        new KeyTerms(
                                Set.of(),
                                List.of(AddressRange.parse("198.51.100.7").orElseThrow()),
                                null,
                                null,
                                false,
                                Map.of())))
                .isTrue();
        String fourth = given(operator, "another", Duration.ZERO);
        assertThat(((Admission.Refused) passwords.admit("another", fourth, HERE)).reason())
                .isEqualTo(Reason.ADDRESS);
        assertThat(passwords.admit("another", fourth, "198.51.100.7")).isInstanceOf(Admission.Admitted.class);
        assertThat(access.revoke(operator)).isTrue();
        assertThat(passwords.admit("another", fourth, "198.51.100.7")).isEqualTo(refused(Reason.UNKNOWN));
    }

    @Test
    void holdsALoginToItsHoursAndLimitsAndTellsWhatItSent() {
        Who partner = SignIns.who("partner", context);
        String password = given(partner, "bounded", Duration.ZERO);
        KeyTerms terms = new KeyTerms(Set.of(), List.of(), null, null, false, Map.of(Span.MONTH, 5L));
        assertThat(access.limit(partner, access.of(partner.account()).version(), terms))
                .isTrue();
        assertThat(access.of(partner.account()).terms()).isEqualTo(terms);
        KeyUse use = admitted("bounded", password);
        assertThat(use.send(4, false)).isEmpty();
        assertThat(admitted("bounded", password).send(2, false)).get().isInstanceOf(KeyRefusal.LimitReached.class);
        assertThat(use.quotas()).extracting(Quota::left).containsExactly(1L);
        context.getBean(KeyMeters.class).write();
        assertThat(context.getBean(KeyFigures.class).ofLogin(partner.account())).containsEntry(Span.MONTH, 4L);

        LocalTime now = LocalTime.ofInstant(
                context.getBean(Clock.class).instant(),
                context.getBean(Accounts.class).get(partner.account()).zone());
        Daytime later = new Daytime(now.plusHours(2), now.plusHours(3));
        KeyTerms closed = new KeyTerms(Set.of(), List.of(), null, later, true, Map.of());
        access.limit(partner, access.of(partner.account()).version(), closed);
        assertThat(admitted("bounded", password).send(1, false)).get().isInstanceOf(KeyRefusal.OutsideHours.class);
        assertThat(admitted("bounded", password).send(1, true)).as("a code").isEmpty();
        assertThat(access.revoke(partner)).isTrue();
    }

    private KeyUse admitted(String login, String password) {
        return ((Admission.Admitted) passwords.admit(login, password, HERE)).use();
    }

    @Test
    void givesALoginToOneAccountOnly() {
        given(SignIns.who("operator", context), "only-once", Duration.ZERO);
        assertThat(access.issue(SignIns.who("partner", context), " ONLY-once", Duration.ZERO))
                .isEqualTo(new Answer.Refused("api_login_taken"));
        assertThat(access.issue(SignIns.who("partner", context), "а-б-в", Duration.ZERO))
                .isEqualTo(new Answer.Refused("api_login"));
    }

    @Test
    void looksNoLongerAfterTooManyWrongPasswords() {
        String password = given(SignIns.who("partner", context), "guessed", Duration.ZERO);
        String address = "203.0.113.9";
        for (int i = 0; i < 10; i++) {
            assertThat(passwords.admit("guessed", "wrong " + i, address)).isEqualTo(refused(Reason.UNKNOWN));
        }
        assertThat(passwords.admit("guessed", password, address)).isEqualTo(refused(Reason.TRIES));
        assertThat(passwords.admit("guessed", password, HERE)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void keepsTheLastCallsInARingAndCountsWhatWasLost() {
        CallStore store = context.getBean(CallStore.class);
        AccountId account = new AccountId(987_654);
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        for (int round = 0; round < 3; round++) {
            int first = round * 4_000;
            List<Call> calls = new ArrayList<>(IntStream.range(first, first + 4_000)
                    .mapToObj(i -> call(account, i, at))
                    .toList());
            store.add(List.of(new Round(account, calls, round)), at);
        }
        CallStore.Wanted all = new CallStore.Wanted("", null, null, List.of());
        assertThat(store.list(account, all, new CallStore.Order(false, true), null, 2)
                        .items())
                .extracting(line -> line.call().millis())
                .containsExactly(11_999, 11_998);
        assertThat(store.list(account, all, new CallStore.Order(false, false), null, 1)
                        .items())
                .extracting(line -> line.call().millis())
                .containsExactly(2_000);
        assertThat(store.lost(account)).contains(new CallStore.Lost(3, at));
        var slowest = store.list(account, all, new CallStore.Order(true, true), null, 5);
        assertThat(store.list(account, all, new CallStore.Order(true, true), slowest.next(), 1)
                        .items())
                .extracting(line -> line.call().millis())
                .containsExactly(11_994);
    }

    @Test
    void notesSoManyCallsOfAnAccountInARoundAndCountsTheOthers() {
        AccountId account = new AccountId(987_655);
        CallStore store = context.getBean(CallStore.class);
        CallJournal journal = new CallJournal(store, Clock.fixed(Instant.EPOCH, UTC));
        for (int i = 0; i < CallJournal.OF_AN_ACCOUNT + 7; i++) {
            journal.note(call(account, i, Instant.EPOCH));
        }
        journal.write();
        CallStore.Wanted all = new CallStore.Wanted("", null, null, List.of());
        assertThat(store.list(account, all, new CallStore.Order(false, true), null, 100)
                        .items())
                .hasSize(CallJournal.OF_AN_ACCOUNT);
        assertThat(store.lost(account)).contains(new CallStore.Lost(7, Instant.EPOCH));
    }

    private static Call call(AccountId account, int millis, Instant at) {
        return new Call(account, 1L, "Ring", at, "GET", "/api/v1/messages", 200, millis, HERE, "r");
    }

    private String given(Who who, String login, Duration overlap) {
        return ((Answer.Given) access.issue(who, login, overlap)).password();
    }

    private static Admission refused(Reason reason) {
        return new Admission.Refused(reason, null);
    }

    private static String hex(String algorithm, String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
