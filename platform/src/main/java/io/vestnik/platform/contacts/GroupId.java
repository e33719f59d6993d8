package io.vestnik.platform.contacts;

/** The id of a group of contacts; positive. */
public record GroupId(long value) {
    public GroupId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a group: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
