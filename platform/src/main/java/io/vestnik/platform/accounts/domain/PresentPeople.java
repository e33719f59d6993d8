package io.vestnik.platform.accounts.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.UserId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who the people of the running sessions are, with their rights as of now: at most five seconds old. */
@Component
public class PresentPeople {

    private static final Duration OLDEST = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 50_000;

    private final LoadingCache<UserId, Optional<Person>> cache;
    private final Accounts accounts;
    private final Rights rights;

    PresentPeople(People people, Accounts accounts, Rights rights) {
        this.accounts = accounts;
        this.rights = rights;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(OLDEST)
                .build(people::byId);
    }

    /** The person of a session; empty when they were blocked, their account was closed, or the password was changed since. */
    public Optional<SignedIn> find(UserId id, int stamp) {
        return cache.get(id).filter(person -> person.stamp() == stamp).flatMap(this::signIn);
    }

    /** The person as signed in; empty when they or their account may not. */
    Optional<SignedIn> signIn(Person person) {
        Optional<Account> account = accounts.find(person.account()).filter(Account::active);
        if (!person.active() || account.isEmpty()) {
            return Optional.empty();
        }
        Who who = new Who(
                person.account(),
                person.id(),
                null,
                person.name(),
                rights.of(account.get().kind(), person.role()));
        return Optional.of(new SignedIn(who, person.stamp()));
    }

    void forget(UserId id) {
        cache.invalidate(id);
    }
}
