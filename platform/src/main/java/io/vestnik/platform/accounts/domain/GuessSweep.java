package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets wrong guesses whose time is over. */
@Configuration(proxyBeanMethods = false)
class GuessSweep {
    private static final int CHUNK = 5_000;

    @Bean
    Sweep outlivedGuesses(GuessStore guesses, Clock clock) {
        return new Sweep(
                "accounts.wrong_guess", Duration.ofMinutes(10), CHUNK, () -> guesses.sweep(clock.instant(), CHUNK));
    }
}
