package io.vestnik.platform.notices;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.plans.RunNotSent;
import io.vestnik.platform.shell.PublicAddress;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells by mail that a run of a plan was not sent, whoever may send it; after the commit, and outside of any transaction. */
class RunLetters {
    private static final String RIGHT = "campaigns:start";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final Mail mail;
    private final Addressees addressees;
    private final Accounts accounts;
    private final PublicAddress address;
    private final MessageSource texts;

    RunLetters(Mail mail, Addressees addressees, Accounts accounts, PublicAddress address, MessageSource texts) {
        this.mail = mail;
        this.addressees = addressees;
        this.accounts = accounts;
        this.address = address;
        this.texts = texts;
    }

    /** Told twice it writes twice, which is better than not at all. */
    @Async
    @TransactionalEventListener
    public void on(RunNotSent run) {
        if (mail.on()) {
            Account account = accounts.get(run.account());
            addressees.of(run.account(), RIGHT).forEach(one -> mail.send(letter(run, account, one)));
        }
    }

    private Letter letter(RunNotSent run, Account account, Addressee to) {
        // Nobody keeps in which language a person reads: the country of the account tells.
        Locale language = account.country().equals("RU") ? Locale.of("ru") : Locale.ENGLISH;
        Object[] facts = {
            to.name(),
            run.name(),
            TIME.format(run.plannedAt().atZone(account.zone())),
            texts.getMessage("notices.run." + run.reason(), null, language),
            address.of("/plans/" + run.plan())
        };
        return new Letter(
                to.email(),
                texts.getMessage("notices.run.subject", null, language),
                texts.getMessage("notices.run.text", facts, language));
    }
}
