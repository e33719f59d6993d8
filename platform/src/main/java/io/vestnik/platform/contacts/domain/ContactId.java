package io.vestnik.platform.contacts.domain;

/** The id of a contact; positive. */
public record ContactId(long value) {
    public ContactId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a contact: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
