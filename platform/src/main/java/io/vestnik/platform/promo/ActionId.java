package io.vestnik.platform.promo;

/** The id of an action. */
public record ActionId(long value) {
    public ActionId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
