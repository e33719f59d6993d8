package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups made by hand, as programs keep them. */
public interface Groups {
    /** How many phones come in or go out at once. */
    int MOST_AT_ONCE = 10_000;

    Answer create(AccountId account, String name);

    /**
     * Gives a group another name; a segment too.
     *
     * @param seen the name that whoever asks has read: another one now refuses it; none for whatever it is called
     */
    Answer rename(AccountId account, GroupId id, String name, @Nullable String seen);

    /** Deletes a group, none of its people; it can be brought back for thirty days. False when it is not there. */
    boolean delete(Who who, GroupId id);

    /**
     * Puts people in; none when there is no such group, or it is a segment.
     *
     * @param phones digits, at most {@link #MOST_AT_ONCE}
     * @param newcomers whether those who are no contacts yet become contacts; otherwise they are passed over
     * @return what became of each phone, in the order given
     */
    Optional<List<Membership>> join(AccountId account, GroupId id, List<String> phones, boolean newcomers);

    /** Takes people out; they stay contacts. None when there is no such group, or it is a segment. */
    Optional<List<Membership>> leave(AccountId account, GroupId id, Collection<String> phones);

    /** What became of one phone. */
    enum Membership {
        /** It came in now. */
        JOINED,
        /** It was in before. */
        THERE,
        /** It went out now. */
        LEFT,
        /** It was not in. */
        ABSENT,
        /** It is no contact, and did not become one. */
        UNKNOWN
    }

    /** What came of keeping a group. */
    sealed interface Answer {
        record Kept(Group group) implements Answer {}

        /** Another group has the name. */
        record Taken(Group group) implements Answer {}

        /** It is called otherwise than whoever asks has read. */
        record Stale(Group now) implements Answer {}

        /** The name is empty or longer than 100 characters. */
        record BadName() implements Answer {}

        /** The account has as many as it may. */
        record TooMany() implements Answer {}

        record Gone() implements Answer {}
    }
}
