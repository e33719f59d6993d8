package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.ReadOptions;
import io.vestnik.tabular.RefusalReason;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TabularFile;
import io.vestnik.tabular.UnreadableTableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads some rows of the first sheet of a stored table, wherever the step of a job stands. A table stays open between two steps, so that
 * each goes on where the last one stopped; what is not open, or stands elsewhere, is opened and passed over up to there.
 */
@Component
public class StoredTables implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(StoredTables.class);
    private static final int MOST_OPEN = 8;
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(1);

    private final Files files;
    private final Map<FileId, Reading> open = new ConcurrentHashMap<>();

    StoredTables(Files files) {
        this.files = files;
    }

    /** What there is to read. */
    public sealed interface Stretch {
        /**
         * Some rows.
         *
         * @param more whether there may be others behind them
         */
        record Some(List<Row> rows, boolean more) implements Stretch {}

        /** It cannot be read, or no further than this. */
        record Refused(RefusalReason reason) implements Stretch {}

        /** There is no such file any more. */
        record Gone() implements Stretch {}
    }

    /** An open table behind so many of its rows; it belongs to one step at a time. */
    private static final class Reading implements Closeable {
        private final TabularFile table;
        private final Rows rows;
        private long position;
        private volatile long used = System.nanoTime();

        Reading(TabularFile table) throws IOException {
            this.table = table;
            this.rows = table.rows(table.sheets().getFirst());
        }

        void passOver(long behind) {
            while (position < behind && rows.hasNext()) {
                rows.next();
                position++;
            }
        }

        List<Row> next(int most) {
            List<Row> read = new ArrayList<>();
            while (read.size() < most && rows.hasNext()) {
                read.add(rows.next());
            }
            position += read.size();
            used = System.nanoTime();
            return read;
        }

        @Override
        public void close() throws IOException {
            try (table) {
                rows.close();
            }
        }
    }

    /** The rows behind so many. */
    public Stretch read(AccountId account, FileId id, long behind, int most) {
        closeIdle();
        Reading kept = open.remove(id);
        StoredFile file = files.find(account, id).orElse(null);
        Path path = files.path(account, id).orElse(null);
        if (file == null || path == null) {
            close(kept);
            return new Stretch.Gone();
        }
        try {
            if (kept != null && kept.position == behind) {
                return next(id, kept, behind, most);
            }
            close(kept);
            ReadOptions options = ReadOptions.detect().withFileName(file.name());
            return switch (TabularFile.open(path, ReadLimits.standard(), options)) {
                case OpenResult.Refused refused -> new Stretch.Refused(refused.reason());
                case OpenResult.Opened(TabularFile table) -> next(id, begin(table), behind, most);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("A stored table cannot be read", e);
        }
    }

    private static Reading begin(TabularFile table) throws IOException {
        try {
            return new Reading(table);
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** Reads on, and keeps the table where there is more of it. */
    private Stretch next(FileId id, Reading reading, long behind, int most) {
        boolean more = false;
        try {
            reading.passOver(behind);
            List<Row> rows = reading.next(most);
            more = reading.rows.hasNext();
            return new Stretch.Some(rows, more);
        } catch (UnreadableTableException e) {
            return new Stretch.Refused(e.refused().reason());
        } finally {
            close(more && open.size() < MOST_OPEN ? open.put(id, reading) : reading);
        }
    }

    private static void close(@Nullable Reading reading) {
        if (reading != null) {
            try {
                reading.close();
            } catch (IOException e) {
                log.warn("A stored table could not be closed", e); // what was read of it is good all the same
            }
        }
    }

    /** A job that was cancelled, or taken by another node, leaves its table open here. */
    private void closeIdle() {
        open.forEach((id, reading) -> {
            if (System.nanoTime() - reading.used > LONGEST_IDLE && open.remove(id, reading)) {
                close(reading);
            }
        });
    }

    @Override
    public void destroy() {
        open.keySet().forEach(id -> close(open.remove(id)));
    }
}
