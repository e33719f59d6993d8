package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.SecretDelivery;
import io.vestnik.platform.accounts.SecretDelivery.Purpose;
import io.vestnik.platform.accounts.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Sends links by which people set a password: good for a day, for an hour where it was forgotten. */
@Service
public class PasswordLinks {

    /** The page that a link leads to. */
    public static final String PAGE = "/sign-in/link";

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LinkStore links;
    private final Deeds deeds;
    private final ObjectProvider<SecretDelivery> delivery;

    PasswordLinks(LinkStore links, Deeds deeds, ObjectProvider<SecretDelivery> delivery) {
        this.links = links;
        this.deeds = deeds;
        this.delivery = delivery;
    }

    /** Whether links can be sent. */
    public boolean on() {
        SecretDelivery by = delivery.getIfAvailable();
        return by != null && by.ready();
    }

    /** Sends the person a link in the language of who asks for it; false when nothing was sent. */
    boolean send(Person person, Purpose purpose) {
        return send(person, purpose, LocaleContextHolder.getLocale());
    }

    boolean send(Person person, Purpose purpose, Locale language) {
        SecretDelivery by = delivery.getIfAvailable();
        String email = person.email();
        if (by == null || !by.ready() || email == null) {
            return false;
        }
        String token = Tokens.next();
        Duration lifetime = purpose == Purpose.FORGOTTEN ? HOUR : DAY;
        deeds.together(() -> {
            Instant now = deeds.now();
            links.keep(Tokens.digest(token), person, now, now.plus(lifetime));
            deeds.record(self(person), "user.link_made", "user " + person.id(), Map.of("purpose", purpose.name()));
            return person;
        });
        return by.deliver(new SecretDelivery.Link(
                purpose, email, person.name(), person.login(), PAGE + "?token=" + token, lifetime, language));
    }

    /** Who the audit names: the person, with no right at all. */
    static Who self(Person person) {
        return new Who(person.account(), person.id(), null, person.name(), Set.of());
    }
}
