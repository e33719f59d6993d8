package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Existing;
import java.util.Collection;
import java.util.Set;

/**
 * What becomes of a person who is there already.
 *
 * @param fields the keys of what is loaded: an overwriting load empties no others
 */
record Merging(Existing existing, Set<String> fields) {
    Merging {
        fields = Set.copyOf(fields);
    }

    static Merging of(Existing existing, Collection<String> fields) {
        return new Merging(existing, Set.copyOf(fields));
    }

    /** The person as it will be kept. */
    Person apply(Person there, Person newer) {
        return switch (existing) {
            case SKIP -> there;
            case FILL -> there.with(newer);
            case OVERWRITE -> there.overwritten(newer, fields);
        };
    }
}
