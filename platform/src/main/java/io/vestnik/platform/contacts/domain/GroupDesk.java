package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes and renames groups; {@link Trash} deletes them. */
@Service
public class GroupDesk {
    /** How many groups an account may have. */
    public static final int MOST_GROUPS = 1_000;

    /** How long the name of a group may be. */
    public static final int LONGEST_NAME = 100;

    private final GroupStore groups;
    private final Clock clock;

    GroupDesk(GroupStore groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Saved(Group group) implements Answer {}

        /** There is a group of this name. */
        record Taken(Group group) implements Answer {}

        /** The name is empty or longer than {@link #LONGEST_NAME}. */
        record BadName() implements Answer {}

        record TooMany() implements Answer {}

        /** There is no such group any more. */
        record Gone() implements Answer {}
    }

    public Answer create(AccountId account, String written) {
        String name = CellReader.text(written).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Answer.BadName();
        }
        Optional<Group> taken = groups.named(account, key(name));
        if (taken.isPresent()) {
            return new Answer.Taken(taken.get());
        }
        if (groups.count(account) >= MOST_GROUPS) {
            return new Answer.TooMany();
        }
        return groups.create(account, name, key(name), clock.instant())
                .<Answer>map(Answer.Saved::new)
                // Somebody made it in this very moment.
                .or(() -> groups.named(account, key(name)).map(Answer.Taken::new))
                .orElseGet(Answer.Gone::new);
    }

    public Answer rename(AccountId account, GroupId id, String written) {
        String name = CellReader.text(written).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Answer.BadName();
        }
        if (groups.rename(account, id, name, key(name))) {
            return groups.find(account, id).<Answer>map(Answer.Saved::new).orElseGet(Answer.Gone::new);
        }
        return groups.find(account, id).isEmpty()
                ? new Answer.Gone()
                : groups.named(account, key(name))
                        .<Answer>map(Answer.Taken::new)
                        .orElseGet(Answer.Gone::new);
    }

    /** The name as names are compared. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
