package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes, changes, counts and deletes segments. */
@Service
public class SegmentDesk {
    /** After which time a count is taken anew by itself. */
    static final Duration FRESH = Duration.ofHours(1);

    private final SegmentStore segments;
    private final GroupStore groups;
    private final ContactStore contacts;
    private final Clock clock;

    SegmentDesk(SegmentStore segments, GroupStore groups, ContactStore contacts, Clock clock) {
        this.segments = segments;
        this.groups = groups;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Saved(Group group) implements Answer {}

        /** There is a group or a segment of this name. */
        record Taken() implements Answer {}

        /** The name is empty or longer than that of a group may be. */
        record BadName() implements Answer {}

        /** The filter asks for nothing, or for the segment itself. */
        record BadFilter() implements Answer {}

        record TooMany() implements Answer {}

        record Gone() implements Answer {}
    }

    public List<Segment> all(AccountId account) {
        return segments.list(account);
    }

    public Optional<Segment> find(AccountId account, GroupId id) {
        return segments.find(account, id);
    }

    /** Makes a segment of a filter. */
    public Answer create(AccountId account, String written, ContactFilter filter) {
        String name = CellReader.text(written).strip();
        if (name.isEmpty() || name.length() > GroupDesk.LONGEST_NAME) {
            return new Answer.BadName();
        }
        if (filter.none() || living(account, filter)) {
            return new Answer.BadFilter();
        }
        if (groups.count(account) >= GroupDesk.MOST_GROUPS) {
            return new Answer.TooMany();
        }
        return segments.create(account, name, GroupDesk.key(name), filter, clock.instant())
                .<Answer>map(made -> counted(account, made.id()))
                .orElseGet(Answer.Taken::new);
    }

    /** Renames a segment and says anew who is in it. */
    public Answer change(AccountId account, GroupId id, String written, ContactFilter filter) {
        String name = CellReader.text(written).strip();
        if (name.isEmpty() || name.length() > GroupDesk.LONGEST_NAME) {
            return new Answer.BadName();
        }
        if (filter.none() || living(account, filter)) {
            return new Answer.BadFilter();
        }
        if (segments.find(account, id).isEmpty()) {
            return new Answer.Gone();
        }
        if (!groups.rename(account, id, name, GroupDesk.key(name))) {
            return new Answer.Taken();
        }
        return segments.change(account, id, filter) ? counted(account, id) : new Answer.Gone();
    }

    /** A segment of a segment would go in circles one day. */
    private boolean living(AccountId account, ContactFilter filter) {
        GroupId group = filter.group();
        return group != null && segments.find(account, group).isPresent();
    }

    public boolean delete(AccountId account, GroupId id) {
        return segments.delete(account, id);
    }

    /** Counts a segment now. */
    public Answer counted(AccountId account, GroupId id) {
        segments.counted(account, id, contacts.count(account, new ContactFilter("", id, null, null)), clock.instant());
        return segments.find(account, id)
                .<Answer>map(it -> new Answer.Saved(it.group()))
                .orElseGet(Answer.Gone::new);
    }

    /** Counts the segment whose count is the oldest, where that is not fresh any more; tells how many were counted. */
    @AcrossAccounts("one node counts the segments of all, one after another")
    int countOne() {
        return segments.uncounted(clock.instant().minus(FRESH))
                .map(it -> {
                    counted(it.account(), it.id());
                    return 1;
                })
                .orElse(0);
    }
}
