package io.vestnik.platform.promo.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom to remind is looked for each minute; letters that ended are let go of after a week. */
@Configuration(proxyBeanMethods = false)
class PromoSweeps {
    private static final Duration KEPT = Duration.ofDays(7);
    /** A deleted action goes some time after it cannot be taken back any more: clocks of nodes differ, and chunks go one by one. */
    private static final Duration DELETED = ActionDesk.TAKEN_BACK.plusHours(1);

    private static final int CHUNK = 5_000;

    @Bean
    Sweep promoReminders(Reminding reminding) {
        return new Sweep("promo.reminders", Duration.ofMinutes(1), Reminding.MOST, reminding::remind);
    }

    @Bean
    Sweep promoDeletedActions(ActionStore actions, Clock clock) {
        return new Sweep(
                "promo.deleted",
                Duration.ofHours(1),
                1,
                () -> actions.purge(clock.instant().minus(DELETED), CHUNK));
    }

    @Bean
    Sweep promoLateJoins(LateJoins late) {
        return new Sweep("promo.late", Duration.ofMinutes(1), LateJoins.MOST, late::end);
    }

    @Bean
    Sweep promoEndedLetters(LetterStore letters, Clock clock) {
        return new Sweep(
                "promo.ended",
                Duration.ofHours(1),
                CHUNK,
                () -> letters.forget(clock.instant().minus(KEPT), CHUNK));
    }
}
