package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people are kept. */
public interface People {

    /** A person and the hash of the password. */
    record Credentials(Person person, String hash) {
        @Override
        public String toString() {
            return "Credentials[person=" + person.id() + ", hash=***]";
        }
    }

    /** What is known of a new person. */
    record NewPerson(
            AccountId account, String login, @Nullable String email, String name, Role role, String hash) {}

    Optional<Credentials> byLogin(String login);

    Optional<Person> byId(UserId id);

    /** Those who have this e-mail, in whatever case, and are not blocked. */
    List<Person> byEmail(String email, int most);

    /** A person of this account, and of no other. */
    Optional<Credentials> of(AccountId account, UserId id);

    Slice<Person> list(AccountId account, String search, @Nullable String after, int limit);

    long count(AccountId account, String search);

    /** The new person; empty when somebody has the login already. */
    Optional<Person> add(NewPerson person, Instant at);

    /** Whether it was saved: not when somebody saved another version before. */
    boolean change(Person person, Role role, boolean active);

    /** Where letters to the person go from now on, nowhere for null; not when somebody saved another version before. */
    boolean email(Person person, @Nullable String email);

    /** Ends all sessions of the person too. */
    void password(UserId id, String hash);

    void signedIn(UserId id, Instant at);

    /** How many owners of the account may sign in; other changes of its owners wait for the end of the transaction. */
    int lockOwners(AccountId account);
}
