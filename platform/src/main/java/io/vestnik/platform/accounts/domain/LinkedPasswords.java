package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.UserId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Setting a password by a link, once. */
@Service
public class LinkedPasswords {

    private final LinkStore links;
    private final People people;
    private final Passwords passwords;
    private final PresentPeople present;
    private final Deeds deeds;

    LinkedPasswords(LinkStore links, People people, Passwords passwords, PresentPeople present, Deeds deeds) {
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.present = present;
        this.deeds = deeds;
    }

    /** What came of setting a password. */
    public sealed interface Answer {
        /** It holds, and every session of the person has ended. */
        record Done() implements Answer {}

        /** The password is not one that we take; the link still holds. */
        record Weak() implements Answer {}

        /** The link is void. */
        record Over() implements Answer {}
    }

    /** Whose link it is; empty when it is void. */
    public Optional<Person> holder(String token) {
        return token.length() == Tokens.LENGTH
                ? links.find(Tokens.digest(token), deeds.now()).flatMap(people::byId)
                : Optional.empty();
    }

    /** Sets the password of the link's holder and uses the link up. */
    public Answer set(String token, String password) {
        Optional<Person> holder = holder(token);
        if (holder.isEmpty()) {
            return new Answer.Over();
        }
        if (!Passwords.acceptable(password, holder.get().login())) {
            return new Answer.Weak();
        }
        String hash = passwords.hash(password);
        UserId id = holder.get().id();
        boolean set = deeds.together(() -> {
            boolean taken = links.take(Tokens.digest(token), deeds.now()).isPresent();
            if (taken) {
                people.password(id, hash);
                deeds.record(PasswordLinks.self(holder.get()), "user.password_set", "user " + id, Map.of());
            }
            return taken;
        });
        present.forget(id);
        return set ? new Answer.Done() : new Answer.Over();
    }
}
