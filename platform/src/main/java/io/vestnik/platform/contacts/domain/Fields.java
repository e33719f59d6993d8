package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;

/** The fields of an account's contacts: the one list by which forms, columns, filters, placeholders, loads and exports go. */
public interface Fields {
    /** How many fields of its own an account may have. */
    int MOST_OWN = 50;

    /** Every field in the account's order: built-in ones, its own, and what is found; those not shown as well. */
    List<NamedField> all(AccountId account);

    /**
     * The same as a group has it: with a set of its own it shows those fields, by the names that it gave them, and what is found;
     * without one it shows what the account shows.
     */
    List<NamedField> all(AccountId account, GroupId group);

    /** Those that are shown, in order. */
    default List<NamedField> shown(AccountId account) {
        return all(account).stream().filter(NamedField::shown).toList();
    }

    /** The field of a key, shown or not. */
    default Optional<NamedField> find(AccountId account, String key) {
        return all(account).stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
