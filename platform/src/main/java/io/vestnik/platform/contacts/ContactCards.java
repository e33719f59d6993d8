package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contacts with what is known of them, one by one, as programs keep them. */
public interface ContactCards {
    /** Those that are meant, a group's by phone, otherwise the newest first; at most 1,000 at once. */
    Slice<Card> list(AccountId account, Wanted wanted, @Nullable String cursor, int limit);

    Optional<Card> find(AccountId account, long id);

    /** The groups made by hand that a contact is in. */
    List<GroupId> groupsOf(AccountId account, Card card);

    /**
     * Writes a contact anew; what is not told of it is empty afterwards.
     *
     * @param version the one that was read
     * @param groups that it is in afterwards, and no others
     */
    Saved change(AccountId account, long id, int version, Told told, Collection<GroupId> groups);

    /** Deletes a contact so that it can be brought back for thirty days; false when it is not there. */
    boolean delete(Who who, long id);

    /**
     * A contact.
     *
     * @param phone digits, 7 to 15
     * @param fields what is known, by the keys of fields; none empty
     * @param version counts its changes
     */
    record Card(
            long id,
            int version,
            String phone,
            Map<String, String> fields,
            String country,
            String mccMnc,
            @Nullable String region,
            Instant createdAt,
            Instant updatedAt) {
        public Card {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Which contacts; a part that is not given does not narrow.
     *
     * @param search words or digits; may be empty
     */
    record Wanted(String search, @Nullable GroupId group) {}

    /**
     * What a program tells of a person.
     *
     * @param phone digits, 7 to 15
     * @param fields by their keys, such as {@code name} or {@code f12}, as people write them
     */
    record Told(String phone, Map<String, String> fields) {
        public Told {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Why something told of a person is not kept.
     *
     * @param code {@code unknown_field}, {@code too_long} or {@code bad_value}
     */
    record Fault(String field, String code) {}

    /** What came of writing a contact anew. */
    sealed interface Saved {
        record Kept(Card card) implements Saved {}

        /** The phone is another contact's. */
        record Taken(Card other) implements Saved {}

        /** Somebody has changed it since it was read. */
        record Stale(Card now) implements Saved {}

        record Refused(Fault fault) implements Saved {}

        record Gone() implements Saved {}
    }
}
