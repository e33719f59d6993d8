package io.vestnik.platform.kernel;

/** The id of an account: a node of the tree operator, partner, client, sub-client; positive. */
public record AccountId(long value) implements Comparable<AccountId> {
    public AccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an id: " + value);
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
