package io.vestnik.platform.files;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes files whose time is over, and contents that no row speaks of: once a minute on one node. A content without a
 * row is left alone for a day, since its transaction may still be under way.
 */
@Component
class FileSweep extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final ContentFolder folder;
    private final FileTable table;
    private final Transactions transactions;
    private final Leases leases;
    private final Clock clock;
    private int part;

    FileSweep(ContentFolder folder, FileTable table, Transactions transactions, Leases leases, Clock clock) {
        this.folder = folder;
        this.table = table;
        this.transactions = transactions;
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("file-sweep", log).every(PAUSE, "Sweeping files", this::sweepIfOurs);
    }

    private void sweepIfOurs() throws IOException {
        if (transactions.call(Pool.BACKGROUND, () -> leases.hold("files.sweep"))) {
            sweep();
        }
    }

    /** Deletes what is outlived, and looks through the next of the folders for contents without a row. */
    void sweep() throws IOException {
        Instant now = clock.instant();
        List<FileId> outlived;
        do {
            outlived = transactions.call(Pool.BACKGROUND, () -> table.forgetOutlived(now, BATCH));
            for (FileId id : outlived) {
                java.nio.file.Files.deleteIfExists(folder.path(id));
            }
        } while (outlived.size() == BATCH);
        folder.deleteDraftsOlderThan(now.minus(YOUNG));
        sweepFolder(part, now);
        part = (part + 1) % ContentFolder.PARTS;
    }

    void sweepFolder(int number, Instant now) throws IOException {
        Map<Long, Path> contents = folder.olderThan(now.minus(YOUNG), number);
        if (contents.isEmpty()) {
            return;
        }
        Set<Long> known = transactions.call(Pool.BACKGROUND, () -> table.known(contents.keySet()));
        for (Map.Entry<Long, Path> content : contents.entrySet()) {
            if (!known.contains(content.getKey())) {
                java.nio.file.Files.deleteIfExists(content.getValue());
            }
        }
    }
}
