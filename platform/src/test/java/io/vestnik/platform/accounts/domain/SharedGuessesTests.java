package io.vestnik.platform.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.Admission.Reason;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.WrongGuesses.Limit;
import io.vestnik.platform.store.Signals;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong guesses at several nodes. */
@WebTest
class SharedGuessesTests {

    private static final String HERE = "192.0.2.77";
    private static final Limit THREE = new Limit("test", 3, Duration.ofMinutes(5));

    private final ApplicationContext context;
    private final SharedGuesses here;
    private final String who = UUID.randomUUID().toString();

    @Autowired
    SharedGuessesTests(ApplicationContext context, SharedGuesses here) {
        this.context = context;
        this.here = here;
    }

    /** A node that hears what is told from now on. */
    private SharedGuesses node() {
        return new SharedGuesses(
                context.getBean(GuessStore.class),
                context.getBean(Transactions.class),
                context.getBean(Signals.class),
                context.getBean(Clock.class));
    }

    @AfterEach
    void hearAgain() {
        context.getBean(Signals.class).listen(SharedGuesses.NEWS, here::hear);
    }

    @Test
    void whoIsStoppedOnOneNodeIsStoppedOnAllOfThemAndAfterTheirRestart() {
        SharedGuesses other = node();
        try {
            here.wrong(THREE, who);
            here.wrong(THREE, who);
            await().until(() -> times() == 2);
            assertThat(other.left(THREE, who)).isTrue();
            here.wrong(THREE, who);
            await().until(() -> !other.left(THREE, who) && !here.left(THREE, who));
            assertThat(other.pause(THREE, who)).isPositive().isLessThanOrEqualTo(THREE.span());
            assertThat(other.left(THREE, who + "2")).isTrue();
        } finally {
            other.destroy();
        }
        SharedGuesses fresh = node();
        try {
            fresh.hear(Signals.MISSED);
            assertThat(fresh.left(THREE, who)).isFalse();
        } finally {
            fresh.destroy();
        }
    }

    @Test
    void triesOfAllNodesAreOneCount() {
        SharedGuesses other = node();
        try {
            here.wrong(THREE, who);
            other.wrong(THREE, who);
            await().until(() -> times() == 2);
            other.wrong(THREE, who);
            await().until(() -> !other.left(THREE, who));
        } finally {
            other.destroy();
        }
    }

    @Test
    void beginsAnewWhenTheSpanIsOverOrTheRightOneWasFound() {
        here.wrong(THREE, who);
        here.wrong(THREE, who);
        await().until(() -> times() == 2);
        jdbc().sql("UPDATE accounts.wrong_guess SET until = now() - interval '1 second' WHERE most = 3")
                .update();
        here.wrong(THREE, who);
        await().until(() -> times() == 1);
        here.forget(THREE, who);
        assertThat(times()).isZero();
    }

    @Test
    void keepsNoLoginAndNoAddressInClear() {
        here.wrong(THREE, who);
        await().until(() -> times() == 1);
        assertThat(jdbc().sql("SELECT row_to_json(g)::text FROM accounts.wrong_guess g")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(who));
    }

    @Test
    void aGuesserOfSignInsAndOfApiPasswordsHasNoMoreTriesElsewhere() {
        SignInLimits signIns = new SignInLimits(here);
        KnownPasswords passwords = passwords(here);
        for (int i = 0; i < 10; i++) {
            assertThat(signIns.take(HERE, who)).isTrue();
            signIns.wrong(HERE, who);
            assertThat(passwords.admit("api" + who, "wrong" + i, HERE))
                    .isEqualTo(new Admission.Refused(Reason.UNKNOWN, null));
        }
        SharedGuesses other = node();
        try {
            other.hear(Signals.MISSED);
            await().until(() -> !new SignInLimits(other).take(HERE, who));
            Admission stopped = new Admission.Refused(Reason.TRIES, null);
            await().untilAsserted(() -> {
                other.hear(Signals.MISSED);
                assertThat(passwords(other).admit("api" + who, "wrong", HERE)).isEqualTo(stopped);
            });
            assertThat(new SignInLimits(other).take("192.0.2.78", who)).isTrue();
        } finally {
            other.destroy();
        }
    }

    private KnownPasswords passwords(WrongGuesses guesses) {
        return new KnownPasswords(
                context.getBean(ApiAccess.class),
                context.getBean(ProgramRights.class),
                context.getBean(KeyMeters.class),
                guesses,
                context.getBean(Clock.class));
    }

    /** How often this test's own has guessed wrong, as all nodes see it. */
    private int times() {
        return jdbc().sql("""
                        SELECT coalesce(sum(times), 0) FROM accounts.wrong_guess
                         WHERE digest = sha256(convert_to('test ' || :who, 'UTF8'))""").param("who", who).query(Integer.class).single();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
