package io.vestnik.platform.kernel;

/** The id of a route: a contract with one way out; positive. */
public record RouteId(long value) implements Comparable<RouteId> {
    public RouteId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an id: " + value);
        }
    }

    @Override
    public int compareTo(RouteId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
