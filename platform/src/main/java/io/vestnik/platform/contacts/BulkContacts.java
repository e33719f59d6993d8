package io.vestnik.platform.contacts;

import io.vestnik.platform.contacts.ContactCards.Fault;
import io.vestnik.platform.contacts.ContactCards.Told;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Many contacts at once, each answered by itself. */
public interface BulkContacts {
    /** How many at once. */
    int MOST_AT_ONCE = 10_000;

    /**
     * Adds those who are new, and gives those who are there what is told of them, in one transaction; none when there is no such group,
     * or it is a segment.
     *
     * @param people at most {@link #MOST_AT_ONCE}; of several with one phone the first counts
     * @param existing {@link Existing#SKIP} or {@link Existing#FILL}
     * @param group that all of them join; none where they join no group
     * @return what became of each, in the order given
     */
    Optional<List<Put>> put(AccountId account, List<Told> people, Existing existing, @Nullable GroupId group);

    /** What became of one. */
    sealed interface Put {
        /** It is kept under this id. */
        record Kept(long id, Change change) implements Put {}

        /** Its phone stands before it in the same request. */
        record Duplicate() implements Put {}

        record Refused(Fault fault) implements Put {}
    }

    /** What was new of one that is kept. */
    enum Change {
        ADDED,
        /** It got something new, or a new group. */
        CHANGED,
        UNCHANGED
    }
}
