package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where contacts are kept; memberships are kept by {@link GroupStore}. Conditions of a filter may be on the fields of
 * {@link Fields}, where {@code operator} is the network's code, and on {@code group}, {@code age}, {@code received} (yes or no),
 * {@code undelivered} (so many in a row), {@code last_sent} and {@code last_click} (days).
 */
public interface ContactStore {
    Optional<Contact> find(AccountId account, ContactId id);

    Optional<Contact> byPhone(AccountId account, String phone);

    /** A page of those that match. */
    Slice<Contact> list(AccountId account, ContactFilter filter, ContactOrder order, @Nullable String after, int limit);

    /** A page of those that match: of a group by phone, otherwise the newest first. */
    default Slice<Contact> list(AccountId account, ContactFilter filter, @Nullable String after, int limit) {
        return list(account, filter, filter.group() == null ? ContactOrder.NEWEST : ContactOrder.PHONES, after, limit);
    }

    long count(AccountId account, ContactFilter filter);

    /** The ids of those that match and come after an id, in order; for work that walks through them. */
    List<ContactId> ids(AccountId account, ContactFilter filter, long after, int limit);

    /** These contacts, those that are there, by their ids; at most 10,000. */
    List<Contact> chosen(AccountId account, Collection<ContactId> ids);

    /** The phones of these contacts, those that are there; at most 10,000. */
    List<String> phones(AccountId account, Collection<ContactId> ids);

    /** What is known of these phones. */
    List<Recipient> known(AccountId account, Collection<String> phones);

    /** The contacts of these phones, by phone, locked until the transaction ends. */
    List<Contact> lock(AccountId account, Collection<String> phones);

    /** Adds those whose phone is not there yet; tells which phones were added. */
    Set<String> add(AccountId account, List<NewContact> contacts, Instant now);

    /** Writes new values of contacts that are locked. */
    void change(AccountId account, List<Contact> contacts, Instant now);

    /** Writes a contact if it still has this version; false when somebody was faster or its phone is another's. */
    boolean save(AccountId account, Contact contact, Instant now);

    /** Deletes these contacts; tells the phones of those that were there. */
    List<String> delete(AccountId account, Collection<ContactId> ids);

    /** Operators that contacts have or had, by name. */
    List<SeenOrigin> operators(AccountId account);

    /** Regions that contacts have or had, by name. */
    List<SeenOrigin> regions(AccountId account);
}
