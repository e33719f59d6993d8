package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where it is kept who was just put into groups and taken out of them, as long as it can be undone. */
public interface RegroupStore {
    /**
     * What was done.
     *
     * @param joinedGroup the group that these phones came into; none when nobody did
     * @param leftGroup the group that these phones left; none when nobody did
     * @param before the number of what is undone with it; 0 for nothing else
     */
    record Done(
            @Nullable GroupId joinedGroup,
            List<String> joined,
            @Nullable GroupId leftGroup,
            List<String> left,
            long before) {
        /** Undone alone. */
        public Done(
                @Nullable GroupId joinedGroup, List<String> joined, @Nullable GroupId leftGroup, List<String> left) {
            this(joinedGroup, joined, leftGroup, left, 0);
        }

        public Done {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }

        /** The same, undone together with what was done before. */
        Done withBefore(long number) {
            return new Done(joinedGroup, joined, leftGroup, left, number);
        }
    }

    /** The phones of these contacts. */
    List<String> phones(AccountId account, Collection<ContactId> ids);

    /** Remembers what was done; tells under which number. */
    long remember(AccountId account, Done done, Instant now);

    /** Takes it out: it can be undone once. */
    Optional<Done> take(AccountId account, long number);

    /** Forgets what was done before; tells how many. */
    int forget(Instant before, int most);
}
