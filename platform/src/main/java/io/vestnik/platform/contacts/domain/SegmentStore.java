package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where segments are kept, among the groups; names are those of groups. */
public interface SegmentStore {
    /** By name. */
    List<Segment> list(AccountId account);

    Optional<Segment> find(AccountId account, GroupId id);

    /** Makes a segment; none when there is a group or a segment of this name. */
    Optional<Group> create(AccountId account, String name, String key, ContactFilter filter, Instant now);

    /** Says anew who is in it; it is not counted then. False when there is none. */
    boolean change(AccountId account, GroupId id, ContactFilter filter);

    boolean delete(AccountId account, GroupId id);

    /** Keeps how many there were at a moment. */
    void counted(AccountId account, GroupId id, long people, Instant at);

    /** A segment that was counted before a moment, or never; the oldest count first. */
    Optional<Uncounted> uncounted(Instant before);

    /** A segment to be counted. */
    record Uncounted(AccountId account, GroupId id) {}
}
