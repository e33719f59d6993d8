package io.vestnik.platform.contacts.domain;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads what is loaded next on a thread of its own while what came before is written: one chunk ahead, never more. */
final class LoadAhead implements Closeable {
    private final LoadSource source;
    private final ExecutorService readers;
    private final int rowsOfChunk;
    private @Nullable Future<LoadChunk> coming;
    private long read;
    private volatile long used = System.nanoTime();

    LoadAhead(LoadSource source, ExecutorService readers, int rowsOfChunk) {
        this.source = source;
        this.readers = readers;
        this.rowsOfChunk = rowsOfChunk;
    }

    /** Passes over some rows; how many, none at the end. */
    int skim(int most) {
        used = System.nanoTime();
        int skimmed = source.skim(most);
        read += skimmed;
        return skimmed;
    }

    /** Reads again what was read before a restart: the rows are loaded already, but their phones must be known. */
    void catchUp(long behind) {
        while (read < behind) {
            int rows = source.next((int) Math.min(rowsOfChunk, behind - read)).rows();
            if (rows == 0) {
                throw new IllegalStateException("The table has become shorter");
            }
            read += rows;
        }
    }

    /** The next chunk; the one behind it is begun. */
    LoadChunk next() {
        used = System.nanoTime();
        Future<LoadChunk> begun = coming;
        coming = null;
        LoadChunk chunk = begun == null ? source.next(rowsOfChunk) : awaited(begun);
        read += chunk.rows();
        if (!chunk.isEnd()) {
            coming = readers.submit(() -> source.next(rowsOfChunk));
        }
        return chunk;
    }

    private static LoadChunk awaited(Future<LoadChunk> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("A table could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a table is read", e);
        }
    }

    /** Rows given out so far. */
    long read() {
        return read;
    }

    /** The heads of the columns of each sheet, once all was read. */
    List<List<String>> headers() {
        return source.headers();
    }

    long idleNanos() {
        return System.nanoTime() - used;
    }

    /** Lets the reader finish its chunk first: a table belongs to one thread at a time. */
    @Override
    public void close() throws IOException {
        Future<LoadChunk> begun = coming;
        coming = null;
        try {
            if (begun != null && !begun.isDone()) {
                awaited(begun);
            }
        } finally {
            source.close();
        }
    }
}
