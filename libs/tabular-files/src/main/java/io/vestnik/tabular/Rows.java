package io.vestnik.tabular;

import java.io.Closeable;
import java.util.Iterator;

/**
 * Rows of one sheet in order, one in memory at a time. {@code hasNext} and {@code next} throw {@link UnreadableTableException}
 * where the file breaks off or crosses a limit, {@link java.io.UncheckedIOException} where the disk fails.
 */
public interface Rows extends Iterator<Row>, Closeable {}
