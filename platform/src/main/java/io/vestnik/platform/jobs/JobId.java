package io.vestnik.platform.jobs;

/** The id of a job; positive. */
public record JobId(long value) {
    public JobId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a job: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
