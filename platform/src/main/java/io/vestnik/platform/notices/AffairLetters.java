package io.vestnik.platform.notices;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.PublicAddress;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Writes about the affairs of an account to its people. */
class AffairLetters {
    /** The right of those who may send. */
    static final String SENDING = "campaigns:start";

    private final Mail mail;
    private final Addressees addressees;
    private final Accounts accounts;
    private final PublicAddress address;
    private final MessageSource texts;

    AffairLetters(Mail mail, Addressees addressees, Accounts accounts, PublicAddress address, MessageSource texts) {
        this.mail = mail;
        this.addressees = addressees;
        this.accounts = accounts;
        this.address = address;
        this.texts = texts;
    }

    /** What a letter says to one of them, in the order of the places of its text. */
    interface Facts {
        Object[] of(Account account, Addressee to, Locale language);
    }

    /** What a letter to a given address says, in the order of the places of its text. */
    interface Words {
        Object[] of(Account account, Locale language);
    }

    /** Writes {@code KEY.subject} and {@code KEY.text}, both with the same words, to one address. */
    void write(AccountId id, String email, String key, Words words) {
        if (!mail.on()) {
            return;
        }
        Account account = accounts.get(id);
        Locale language = language(account);
        Object[] facts = words.of(account, language);
        mail.send(new Letter(email, text(language, key + ".subject", facts), text(language, key + ".text", facts)));
    }

    /** Nobody keeps in which language a person reads: the country of the account tells. */
    private static Locale language(Account account) {
        return account.country().equals("RU") ? Locale.of("ru") : Locale.ENGLISH;
    }

    /** Writes {@code KEY.subject} and {@code KEY.text} to whoever has this right. */
    void tell(AccountId id, String right, String key, Facts facts) {
        if (!mail.on()) {
            return;
        }
        Account account = accounts.get(id);
        Locale language = language(account);
        for (Addressee to : addressees.of(id, right)) {
            mail.send(new Letter(
                    to.email(),
                    text(language, key + ".subject"),
                    text(language, key + ".text", facts.of(account, to, language))));
        }
    }

    String text(Locale language, String key, Object... facts) {
        return texts.getMessage(key, facts, language);
    }

    /** The address of a page for whoever reads a letter. */
    String page(String path) {
        return address.of(path);
    }
}
