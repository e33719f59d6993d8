package io.vestnik.platform.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group: made by hand, or a segment, which is a living group.
 *
 * @param contacts how many are in it: kept as they come and go, of a segment as it was counted last
 * @param living who is in it is found out each time it is asked for; nobody can be put into it
 * @param countedAt when a segment was counted; null while it was not, and for a group made by hand
 */
public record Group(
        GroupId id,
        String name,
        long contacts,
        boolean living,
        @Nullable Instant countedAt) {

    /** A group made by hand. */
    public Group(GroupId id, String name, long contacts) {
        this(id, name, contacts, false, null);
    }
}
