package io.vestnik.platform.notices;

import io.vestnik.platform.webhooks.EndpointPaused;
import java.time.format.DateTimeFormatter;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells by mail that an endpoint of callbacks is paused, whoever may mend it; after the commit, and outside of any transaction. */
class EndpointLetters {
    private static final String MENDING = "webhooks:edit";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final AffairLetters letters;

    EndpointLetters(AffairLetters letters) {
        this.letters = letters;
    }

    /** Told twice it writes twice, which is better than not at all. */
    @Async
    @TransactionalEventListener
    public void on(EndpointPaused paused) {
        letters.tell(paused.account(), MENDING, "notices.endpoint", (account, to, language) -> new Object[] {
            to.name(),
            paused.host(),
            TIME.format(paused.since().atZone(account.zone())),
            paused.failure().startsWith("HTTP ")
                    ? paused.failure()
                    : letters.text(language, "notices.endpoint." + paused.failure()),
            letters.page("/webhooks/" + paused.endpoint())
        });
    }
}
