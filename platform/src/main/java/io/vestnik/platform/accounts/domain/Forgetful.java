package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.SecretDelivery.Purpose;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.platform.accounts.WrongGuesses.Limit;
import io.vestnik.platform.store.Pool;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Sends links to those who have forgotten their password. Whether an address is known shows neither in the answer nor in its time: the
 * looking up and the sending are done later. At most 10 requests in 15 minutes from one network address, 3 letters in an hour to one
 * e-mail, 200 waiting.
 */
@Service
public class Forgetful implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Forgetful.class);
    private static final int MOST_PEOPLE = 5;
    private static final int MOST_WAITING = 200;
    private static final int LONGEST_EMAIL = 200;

    private static final Limit OF_AN_ADDRESS = new Limit("forgotten.address", 10, Duration.ofMinutes(15));
    private static final Limit OF_AN_EMAIL = new Limit("forgotten.email", 3, Duration.ofHours(1));

    private final Tries addresses = new Tries(OF_AN_ADDRESS.most(), OF_AN_ADDRESS.span());
    private final Tries emails = new Tries(OF_AN_EMAIL.most(), OF_AN_EMAIL.span());
    private final ThreadPoolExecutor later = new ThreadPoolExecutor(
            2,
            2,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("password-links-", 0).factory());

    private final PasswordLinks links;
    private final People people;
    private final PresentPeople present;
    private final WrongGuesses guesses;

    Forgetful(PasswordLinks links, People people, PresentPeople present, WrongGuesses guesses) {
        this.links = links;
        this.people = people;
        this.present = present;
        this.guesses = guesses;
        later.allowCoreThreadTimeOut(true);
    }

    /**
     * Sends a link to everyone with this e-mail who may sign in, soon.
     *
     * @param address the network address of who asks
     * @return false when the address has asked too often, whatever it asked for
     */
    public boolean remind(String email, String address, Locale language) {
        if (!take(addresses, OF_AN_ADDRESS, address)) {
            return false;
        }
        String known = email.strip().toLowerCase(Locale.ROOT);
        if (!known.isEmpty() && known.length() <= LONGEST_EMAIL && take(emails, OF_AN_EMAIL, known)) {
            try {
                later.execute(() -> Pool.BACKGROUND.run(() -> send(known, language)));
            } catch (RejectedExecutionException full) {
                log.warn("{} letters to people who forgot their password wait; one more was dropped", MOST_WAITING);
            }
        }
        return true;
    }

    /** Each counts, here at once and on all nodes soon. */
    private boolean take(Tries here, Limit limit, String who) {
        if (!guesses.left(limit, who) || !here.take(who)) {
            return false;
        }
        guesses.wrong(limit, who);
        return true;
    }

    private void send(String email, Locale language) {
        try {
            people.byEmail(email, MOST_PEOPLE).stream()
                    .filter(person -> present.signIn(person).isPresent())
                    .forEach(person -> links.send(person, Purpose.FORGOTTEN, language));
        } catch (RuntimeException broken) {
            log.error("A link for a forgotten password was not sent", broken);
        }
    }

    @Override
    public void destroy() {
        later.shutdownNow();
    }
}
