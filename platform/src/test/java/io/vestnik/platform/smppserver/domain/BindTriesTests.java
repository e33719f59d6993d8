package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.WrongGuesses;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class BindTriesTests {
    private static final String HERE = "192.0.2.90";

    private final WrongGuesses guesses;

    @Autowired
    BindTriesTests(WrongGuesses guesses) {
        this.guesses = guesses;
    }

    @Test
    void whoGuessesPasswordsAtOneDoorIsNotHeardAtAnother() {
        String systemId = UUID.randomUUID().toString().substring(0, 15);
        BindTries door = new BindTries(guesses);
        BindTries other = new BindTries(guesses);
        for (int i = 0; i < 10; i++) {
            assertThat(door.may(HERE, systemId)).isTrue();
            door.failed(HERE, systemId);
        }
        assertThat(door.may(HERE, systemId)).as("at once").isFalse();
        await().until(() -> !other.may(HERE, systemId));
        assertThat(other.may(HERE, "somebody")).isTrue();
        assertThat(other.may("192.0.2.91", systemId)).isTrue();
    }
}
