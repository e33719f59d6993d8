package io.vestnik.platform.links;

/** Where a link leads. */
public sealed interface Target {
    /**
     * A page of somebody's.
     *
     * @param address http or https, in ASCII, at most 2,000 characters
     */
    record Page(String address) implements Target {}

    /** Our own page on which a person says that they do not want to hear more. */
    record Unsubscribe() implements Target {}
}
