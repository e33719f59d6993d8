package io.vestnik.platform.contacts.domain;

/** How many of the people that were written were new, got something new, and had nothing new. */
public record Written(long added, long updated, long unchanged) {
    static final Written NOTHING = new Written(0, 0, 0);

    Written and(Written more) {
        return new Written(added + more.added, updated + more.updated, unchanged + more.unchanged);
    }
}
