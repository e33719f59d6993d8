package io.vestnik.tabular;

/** A table that can be read, or why it cannot. */
public sealed interface OpenResult {

    /** The file is a table; the caller closes it. */
    record Opened(TabularFile file) implements OpenResult {}

    /** The file is not read; {@code detail} is for a log or a developer: English, without anything from the cells. */
    record Refused(RefusalReason reason, String detail) implements OpenResult {}
}
