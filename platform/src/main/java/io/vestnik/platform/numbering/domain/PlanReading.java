package io.vestnik.platform.numbering.domain;

import io.vestnik.tabular.Row;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TabularFile;
import java.io.Closeable;
import java.io.IOException;

/** The table of a load that is being read into a draft, and the draft when it is read. */
final class PlanReading implements Closeable {
    private final TabularFile file;
    private final Rows rows;
    private final Draft draft;
    private long read;
    private boolean closed;
    private long used = System.nanoTime();

    PlanReading(TabularFile file, Rows rows, Draft draft) {
        this.file = file;
        this.rows = rows;
        this.draft = draft;
    }

    /** Reads some rows more; the draft is closed behind the last one. */
    void read(int most) throws PlanRefused {
        used = System.nanoTime();
        for (int i = 0; i < most && rows.hasNext(); i++) {
            Row row = rows.next();
            draft.take(row);
            read++;
        }
        if (draft.isTooLarge()) {
            throw new PlanRefused("too-many");
        }
        if (!rows.hasNext()) {
            draft.close();
            closed = true;
        }
    }

    boolean isRead() {
        return closed;
    }

    /** Rows read so far. */
    long rows() {
        return read;
    }

    Draft draft() {
        used = System.nanoTime();
        return draft;
    }

    long idleNanos() {
        return System.nanoTime() - used;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
