package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an account's own fields are kept, and what it changed of the built-in ones. */
public interface FieldStore {
    /**
     * What is kept of a field.
     *
     * @param name the name given; null where a built-in field keeps its own
     * @param kind null for a built-in field
     * @param place where it stands among the others, from 0; null where it was never moved
     */
    record Row(
            String key,
            @Nullable String name,
            @Nullable FieldKind kind,
            List<String> choices,
            @Nullable Integer place,
            boolean hidden) {
        public Row {
            choices = List.copyOf(choices);
        }
    }

    /** Nobody else changes fields of the account until the transaction ends. */
    void hold(AccountId account);

    /** All of them but the deleted ones. */
    List<Row> list(AccountId account);

    /** Makes a field of the account's own; tells its key. */
    String add(AccountId account, String name, FieldKind kind, List<String> choices);

    /** Keeps what was changed of a field, built in or not; its kind and place stay. */
    void change(AccountId account, String key, @Nullable String name, List<String> choices, boolean hidden);

    /** Lets these fields stand in this order. */
    void order(AccountId account, List<String> keys);

    /** Marks a field of the account's own as deleted; false when there is none. */
    boolean delete(AccountId account, String key, Instant now);

    /** Takes a deletion back; tells the field, none when its values are being removed. */
    Optional<Row> restore(AccountId account, String key);

    /** How many contacts have a value of it. */
    long filled(AccountId account, String key);

    /** The fields that a group shows, where it has a set of its own: names by key, empty where it keeps the account's. */
    Map<String, String> ofGroup(AccountId account, GroupId group);

    /** Gives a group a set of its own; an empty one takes it away. */
    void ofGroup(AccountId account, GroupId group, Map<String, String> names);

    /** The names that groups call fields by: key by name. A name that two fields have is left out. */
    Map<String, String> groupNames(AccountId account);

    /** A field whose deletion is older than this; none when there is no such. */
    Optional<Expired> expired(Instant before);

    /**
     * A field whose values are to be removed.
     *
     * @param after the contact at which the work stands
     */
    record Expired(AccountId account, String key, long after) {}

    /** Contacts after an id that have a value of a field, by id; for the removal of values. */
    List<Contact> having(AccountId account, String key, long after, int limit);

    /** Keeps how far the removal has come. */
    void stripped(AccountId account, String key, long after);

    /** Forgets a deleted field for good. */
    void forget(AccountId account, String key);
}
