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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads some rows of the first sheet of a stored table, wherever the step of a job stands: for short tables, which are read again for each. */
@Component
public class StoredTables {
    private final Files files;

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

    /** The rows behind so many. */
    public Stretch read(AccountId account, FileId id, long behind, int most) {
        StoredFile file = files.find(account, id).orElse(null);
        Path path = files.path(account, id).orElse(null);
        if (file == null || path == null) {
            return new Stretch.Gone();
        }
        ReadOptions options = ReadOptions.detect().withFileName(file.name());
        try {
            return switch (TabularFile.open(path, ReadLimits.standard(), options)) {
                case OpenResult.Refused refused -> new Stretch.Refused(refused.reason());
                case OpenResult.Opened(TabularFile table) -> {
                    try (table) {
                        yield read(table, behind, most);
                    } catch (UnreadableTableException e) {
                        yield new Stretch.Refused(e.refused().reason());
                    }
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("A stored table cannot be read", e);
        }
    }

    private static Stretch read(TabularFile table, long behind, int most) throws IOException {
        List<Row> read = new ArrayList<>();
        try (Rows rows = table.rows(table.sheets().getFirst())) {
            for (long i = 0; i < behind && rows.hasNext(); i++) {
                rows.next();
            }
            while (read.size() < most && rows.hasNext()) {
                read.add(rows.next());
            }
            return new Stretch.Some(read, rows.hasNext());
        }
    }
}
