package io.vestnik.platform.notices;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.PublicAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;

/** Writes about the affairs of an account to everybody who may send for it. */
class AffairLetters {
    private static final String RIGHT = "campaigns:start";

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

    /**
     * Writes the text {@code notices.KIND.text}: its first word is the name of whom it is for, its last the address of a page.
     *
     * @param facts the words between them
     */
    void tell(AccountId id, String kind, String path, BiFunction<Account, Locale, List<String>> facts) {
        if (!mail.on()) {
            return;
        }
        Account account = accounts.get(id);
        // Nobody keeps in which language a person reads: the country of the account tells.
        Locale language = account.country().equals("RU") ? Locale.of("ru") : Locale.ENGLISH;
        List<String> said = facts.apply(account, language);
        for (Addressees.Addressee to : addressees.of(id, RIGHT)) {
            List<String> words = new ArrayList<>(List.of(to.name()));
            words.addAll(said);
            words.add(address.of(path));
            mail.send(new Letter(
                    to.email(),
                    text(language, "notices." + kind + ".subject"),
                    text(language, "notices." + kind + ".text", words.toArray())));
        }
    }

    String text(Locale language, String key, Object... words) {
        return texts.getMessage(key, words, language);
    }
}
