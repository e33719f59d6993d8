package io.vestnik.platform.promo.domain;

import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letters go out as soon as they are due; whom to remind is looked for each minute. */
@Configuration(proxyBeanMethods = false)
class PromoSweeps {
    @Bean
    Sweep promoLetters(LetterPost post) {
        return new Sweep("promo.letters", Duration.ofSeconds(1), LetterPost.MOST, post::post);
    }

    @Bean
    Sweep promoReminders(Reminding reminding) {
        return new Sweep("promo.reminders", Duration.ofMinutes(1), Reminding.MOST, reminding::remind);
    }
}
