package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Segments, which are kept filters, as programs keep them; names are those of groups. */
public interface Segments {
    /** By name. */
    List<Kept> all(AccountId account);

    Optional<Kept> find(AccountId account, GroupId id);

    /** Makes one, and counts it. */
    Answer create(Who who, String name, Meant meant);

    /**
     * Writes one anew, and counts it.
     *
     * @param seen as whoever asks has read it: another one now refuses it; none for whatever it is
     */
    Answer change(Who who, GroupId id, @Nullable Kept seen, String name, Meant meant);

    /** Deletes a segment for good, none of its people; false when it is not there. */
    boolean delete(Who who, GroupId id);

    /** Counts one now; none when it is not there. */
    Optional<Kept> counted(AccountId account, GroupId id);

    /** A segment: who is meant is in it. */
    record Kept(Group group, Meant meant) {
        /** Whether people have changed nothing of it since: being counted is no change. */
        public boolean same(Kept other) {
            return group.name().equals(other.group.name()) && meant.equals(other.meant);
        }
    }

    /** What came of keeping a segment. */
    sealed interface Answer {
        record Saved(Kept segment) implements Answer {}

        /** A group or a segment has the name. */
        record Taken(Group group) implements Answer {}

        /** It is another one than whoever asks has read. */
        record Stale(Kept now) implements Answer {}

        /** The name is empty or longer than 100 characters. */
        record BadName() implements Answer {}

        /** It asks for nothing. */
        record Everybody() implements Answer {}

        /** It is about a segment: one of another would go in circles one day. */
        record OfSegment() implements Answer {}

        /** The account has as many groups and segments as it may. */
        record TooMany() implements Answer {}

        record Gone() implements Answer {}
    }
}
