package io.vestnik.platform.plans;

/** The id of a plan; positive. */
public record PlanId(long value) {
    public PlanId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a plan: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
