package io.vestnik.platform.contacts.domain;

import java.io.Closeable;
import java.util.List;

/** What a load reads, from its beginning to its end; by one thread at a time. */
interface LoadSource extends Closeable {
    /** Passes over some rows, to see that they can be read; how many, none at the end. */
    int skim(int most);

    /** What comes of the next rows, at most this many. */
    LoadChunk next(int most);

    /** The heads of the columns of each sheet, as far as was read; none of a text. */
    List<List<String>> headers();
}
