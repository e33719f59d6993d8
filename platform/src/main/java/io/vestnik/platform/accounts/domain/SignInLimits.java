package io.vestnik.platform.accounts.domain;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one may try to sign in: 10 tries in 5 minutes for a login from an address, 60 in 5 minutes for an address. */
@Component
class SignInLimits {

    private static final Duration SPAN = Duration.ofMinutes(5);

    private final Tries logins = new Tries(10, SPAN);
    private final Tries addresses = new Tries(60, SPAN);

    /** Takes one try; false when there is none left. */
    boolean take(String address, String login) {
        return addresses.take(address) && logins.take(address + ' ' + login);
    }

    /** Forgets the tries of a login that proved right. */
    void forget(String address, String login) {
        logins.forget(address + ' ' + login);
    }
}
