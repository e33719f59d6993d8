package io.vestnik.platform.shell;

/**
 * How much of something a program may still do within a span of time.
 *
 * @param name lower-case letters and hyphens, such as {@code messages-minute}
 * @param most in the span; at least 1
 * @param left of it now; not below 0
 * @param span seconds from its beginning to its end; at least 1
 * @param resets seconds until its end
 */
public record Quota(String name, long most, long left, long span, long resets) {
    public Quota {
        if (!name.matches("[a-z][a-z-]{0,39}") || most < 1 || left < 0 || span < 1 || resets < 0) {
            throw new IllegalArgumentException("Not a quota: " + name + " " + left + " of " + most);
        }
    }
}
