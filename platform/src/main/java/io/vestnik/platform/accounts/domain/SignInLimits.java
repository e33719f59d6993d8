package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.WrongGuesses.Limit;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often one may try to sign in: 10 tries in 5 minutes for a login from an address, 60 in 5 minutes for an address. What was wrong counts
 * on all nodes; on this one it counts beforehand, so that many at once do not slip through.
 */
@Component
class SignInLimits {

    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final Limit OF_A_LOGIN = new Limit("sign-in.login", 10, SPAN);
    private static final Limit OF_AN_ADDRESS = new Limit("sign-in.address", 60, SPAN);

    private final Tries logins = new Tries(OF_A_LOGIN.most(), SPAN);
    private final Tries addresses = new Tries(OF_AN_ADDRESS.most(), SPAN);
    private final WrongGuesses guesses;

    SignInLimits(WrongGuesses guesses) {
        this.guesses = guesses;
    }

    /** Takes one try; false when there is none left. */
    boolean take(String address, String login) {
        return guesses.left(OF_AN_ADDRESS, address)
                && guesses.left(OF_A_LOGIN, who(address, login))
                && addresses.take(address)
                && logins.take(who(address, login));
    }

    /** The try was wrong. */
    void wrong(String address, String login) {
        guesses.wrong(OF_AN_ADDRESS, address);
        guesses.wrong(OF_A_LOGIN, who(address, login));
    }

    /** Forgets the tries of a login that proved right. */
    void forget(String address, String login) {
        logins.forget(who(address, login));
        guesses.forget(OF_A_LOGIN, who(address, login));
    }

    private static String who(String address, String login) {
        return address + ' ' + login;
    }
}
