package io.vestnik.platform.notices;

import io.vestnik.platform.plans.RunNotSent;
import java.time.format.DateTimeFormatter;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells by mail that a run of a plan was not sent, whoever may send it; after the commit, and outside of any transaction. */
class RunLetters {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final AffairLetters letters;

    RunLetters(AffairLetters letters) {
        this.letters = letters;
    }

    /** Told twice it writes twice, which is better than not at all. */
    @Async
    @TransactionalEventListener
    public void on(RunNotSent run) {
        letters.tell(run.account(), AffairLetters.SENDING, "notices.run", (account, to, language) -> new Object[] {
            to.name(),
            run.name(),
            TIME.format(run.plannedAt().atZone(account.zone())),
            letters.text(language, "notices.run." + run.reason()),
            letters.page("/plans/" + run.plan())
        });
    }
}
