package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SecretDelivery.Purpose;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is done with the people of an account by those who may. */
@Service
public class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9@._+-]{2,99}");
    private static final Pattern EMAIL =
            Pattern.compile("(?=.{1,200}$)[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,120}\\.[^\\s@<>,;:\"]{2,30}");
    private static final int LONGEST_NAME = 100;

    private final People people;
    private final Passwords passwords;
    private final PresentPeople present;
    private final Deeds deeds;
    private final PasswordLinks links;

    Staff(People people, Passwords passwords, PresentPeople present, Deeds deeds, PasswordLinks links) {
        this.people = people;
        this.passwords = passwords;
        this.present = present;
        this.deeds = deeds;
        this.links = links;
    }

    /** A person as typed into the form. */
    public record Draft(String login, String email, String name, Role role) {
        public Draft {
            login = login.strip().toLowerCase(Locale.ROOT);
            email = email.strip();
            name = name.strip();
        }
    }

    /** What came of an act. */
    public sealed interface Outcome {
        /** It is done. The password is to be shown once, unless a link was sent or none was made. */
        record Done(Person person, @Nullable String password) implements Outcome {}

        /** A field is wrong. */
        record Wrong(Field field) implements Outcome {}

        /** Somebody else saved the person before. */
        record Stale() implements Outcome {}

        /** There is no such person in this account. */
        record Unknown() implements Outcome {}

        /** The account would be left without an owner, or the person acts on themselves. */
        record Refused() implements Outcome {}
    }

    /** Which field, and what is wrong with it. */
    public enum Field {
        LOGIN_SHAPE,
        LOGIN_TAKEN,
        EMAIL_SHAPE,
        NAME_EMPTY,
        PASSWORD_WRONG,
        PASSWORD_WEAK
    }

    /** Adds a person to the account of the one who asks: they get a link, or there is a generated password to be shown. */
    public Outcome add(Who who, Draft draft) {
        Optional<Field> wrong = wrong(draft);
        if (wrong.isPresent()) {
            return new Outcome.Wrong(wrong.get());
        }
        Newcomer newcomer = prepare(draft, null);
        Optional<Person> added = deeds.together(() -> join(who, who.account(), newcomer));
        return added.<Outcome>map(it -> new Outcome.Done(it, welcome(it, newcomer)))
                .orElse(new Outcome.Wrong(Field.LOGIN_TAKEN));
    }

    /** Somebody who is to be added, with their first password. */
    record Newcomer(Draft draft, String password, String hash) {
        @Override
        public String toString() {
            return "Newcomer[login=" + draft.login() + ", password=***]";
        }
    }

    /**
     * To be called outside of a transaction: a hash takes its time.
     *
     * @param chosen their password; none for one that is made up
     */
    Newcomer prepare(Draft draft, @Nullable String chosen) {
        String password = chosen == null ? passwords.generate() : chosen;
        return new Newcomer(draft, password, passwords.hash(password));
    }

    /** Adds them to an account; empty when somebody has the login. */
    Optional<Person> join(Who who, AccountId account, Newcomer newcomer) {
        Draft draft = newcomer.draft();
        String email = draft.email().isEmpty() ? null : draft.email();
        Optional<Person> made = people.add(
                new People.NewPerson(account, draft.login(), email, draft.name(), draft.role(), newcomer.hash()),
                deeds.now());
        made.ifPresent(it ->
                deeds.record(who, "user.added", "user " + it.id(), Map.of("login", it.login(), "role", it.role())));
        return made;
    }

    /** Sends them a link, after the commit; the password that is to be shown where none was sent. */
    @Nullable
    String welcome(Person person, Newcomer newcomer) {
        return unlessSent(person, Purpose.INVITATION, newcomer.password());
    }

    boolean isTaken(String login) {
        return people.byLogin(login).isPresent();
    }

    /** Changes the role, or blocks and lets in again; nobody does that to themselves, and an account keeps an owner. */
    public Outcome change(Who who, UserId id, int version, Role role, boolean active) {
        Outcome outcome = deeds.together(() -> {
            int owners = people.lockOwners(who.account());
            Optional<Person> found = people.of(who.account(), id).map(People.Credentials::person);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            Person person = found.get();
            boolean owner = person.role() == Role.OWNER && person.active();
            if (id.equals(who.user()) || (owner && owners <= 1 && !(role == Role.OWNER && active))) {
                return new Outcome.Refused();
            }
            if (person.version() != version || !people.change(person, role, active)) {
                return new Outcome.Stale();
            }
            Map<String, Object> details =
                    Map.of("role", person.role() + " → " + role, "active", person.active() + " → " + active);
            deeds.record(who, "user.changed", "user " + id, details);
            return new Outcome.Done(person, null);
        });
        present.forget(id);
        return outcome;
    }

    /** Changes where letters to a person of the account go, one's own too; an empty address means nowhere. */
    public Outcome write(Who who, UserId id, int version, String email) {
        String address = email.strip();
        if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
            return new Outcome.Wrong(Field.EMAIL_SHAPE);
        }
        Outcome outcome = deeds.together(() -> {
            Optional<Person> found = people.of(who.account(), id).map(People.Credentials::person);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            Person person = found.get();
            if (person.version() != version || !people.email(person, address.isEmpty() ? null : address)) {
                return new Outcome.Stale();
            }
            deeds.record(who, "user.email_changed", "user " + id, Map.of());
            return new Outcome.Done(person, null);
        });
        present.forget(id);
        return outcome;
    }

    /** Takes the password of a person of the account away, as {@link #add} gives one; their sessions end. */
    public Outcome renew(Who who, UserId id) {
        String password = passwords.generate();
        String hash = passwords.hash(password);
        Optional<Person> renewed = deeds.together(() -> {
            if (people.of(who.account(), id).isEmpty()) {
                return Optional.empty();
            }
            people.password(id, hash);
            deeds.record(who, "user.password_renewed", "user " + id, Map.of());
            return people.byId(id); // with the stamp of the new password, which a link must fit
        });
        present.forget(id);
        return renewed.<Outcome>map(it -> new Outcome.Done(it, unlessSent(it, Purpose.RENEWAL, password)))
                .orElse(new Outcome.Unknown());
    }

    /** Changes one's own password, the old one being known; all other sessions end. */
    public Outcome changeOwn(Who who, String old, String fresh) {
        UserId id = who.person().orElseThrow();
        Optional<People.Credentials> known = people.of(who.account(), id);
        if (known.isEmpty() || !passwords.matches(old, known.get().hash())) {
            return new Outcome.Wrong(Field.PASSWORD_WRONG);
        }
        if (!Passwords.acceptable(fresh, known.get().person().login())) {
            return new Outcome.Wrong(Field.PASSWORD_WEAK);
        }
        String hash = passwords.hash(fresh);
        deeds.together(() -> {
            people.password(id, hash);
            deeds.record(who, "user.password_changed", "user " + id, Map.of());
            return id;
        });
        present.forget(id);
        return new Outcome.Done(known.get().person(), null);
    }

    private @Nullable String unlessSent(Person person, Purpose purpose, String password) {
        return links.send(person, purpose) ? null : password;
    }

    static Optional<Field> wrong(Draft draft) {
        if (!LOGIN.matcher(draft.login()).matches()) {
            return Optional.of(Field.LOGIN_SHAPE);
        }
        if (!draft.email().isEmpty() && !EMAIL.matcher(draft.email()).matches()) {
            return Optional.of(Field.EMAIL_SHAPE);
        }
        return draft.name().isEmpty() || draft.name().length() > LONGEST_NAME
                ? Optional.of(Field.NAME_EMPTY)
                : Optional.empty();
    }
}
