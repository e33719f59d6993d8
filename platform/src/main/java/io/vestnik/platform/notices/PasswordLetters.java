package io.vestnik.platform.notices;

import io.vestnik.platform.accounts.SecretDelivery;
import io.vestnik.platform.shell.Plural;
import io.vestnik.platform.shell.PublicAddress;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Brings links for passwords by mail. */
final class PasswordLetters implements SecretDelivery {

    private final Mail mail;
    private final PublicAddress address;
    private final MessageSource texts;

    PasswordLetters(Mail mail, PublicAddress address, MessageSource texts) {
        this.mail = mail;
        this.address = address;
        this.texts = texts;
    }

    @Override
    public boolean ready() {
        return mail.on();
    }

    @Override
    public boolean deliver(Link link) {
        Locale language = link.language();
        String key = "notices." + link.purpose().name().toLowerCase(Locale.ROOT);
        Object[] facts = {link.name(), link.login(), address.of(link.path()), hours(link)};
        Letter letter = new Letter(
                link.email(),
                texts.getMessage(key + ".subject", null, language),
                texts.getMessage(key + ".text", facts, language));
        return mail.send(letter) instanceof Mail.Outcome.Taken;
    }

    private String hours(Link link) {
        long hours = link.lifetime().toHours();
        String forms = texts.getMessage("notices.hours", null, link.language());
        return Plural.pick(hours, forms, link.language()).replace("{0}", Long.toString(hours));
    }
}
