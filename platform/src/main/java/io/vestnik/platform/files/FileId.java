package io.vestnik.platform.files;

/** The id of a stored file; positive. */
public record FileId(long value) {
    public FileId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not a file: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
