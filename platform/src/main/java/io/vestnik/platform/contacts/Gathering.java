package io.vestnik.platform.contacts;

import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.Optional;

/** Puts people whom another module has picked into a group made by hand. */
public interface Gathering {
    /** How many at once. */
    int MOST_AT_ONCE = 1_000;

    /**
     * Puts them in, in the caller's transaction where there is one; none when there is no such group, or it is a segment.
     *
     * @param phones digits, at most {@link #MOST_AT_ONCE}
     */
    default Optional<Gathered> gather(AccountId account, Order order, Collection<String> phones) {
        return gather(account, order, phones, 0);
    }

    /**
     * The next step of a longer work.
     *
     * @param before by this number the steps before can be undone: the number of this one undoes all of them; 0 when there is none
     */
    Optional<Gathered> gather(AccountId account, Order order, Collection<String> phones, long before);

    /**
     * What to do with them.
     *
     * @param newcomers whether those who are no contacts yet become contacts; otherwise they are passed over
     * @param fromOthers whether they leave every other group that was made by hand
     */
    record Order(GroupId group, boolean newcomers, boolean fromOthers) {}

    /**
     * What was done.
     *
     * @param joined how many came into the group, those who are new among them
     * @param there how many were in it before
     * @param added how many became contacts
     * @param unknown how many were passed over because they are no contacts
     * @param left how many people left other groups
     * @param undo by this number the joining can be undone for an hour; 0 when it cannot
     */
    record Gathered(long joined, long there, long added, long unknown, long left, long undo) {}
}
