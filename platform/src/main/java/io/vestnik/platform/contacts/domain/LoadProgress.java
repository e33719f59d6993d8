package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.files.FileId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a load has come: its checkpoint.
 *
 * @param total rows of the table, known once it was read through
 * @param rows rows loaded, refused or passed over so far
 */
record LoadProgress(
        Phase phase,
        long total,
        long rows,
        long added,
        long updated,
        long unchanged,
        long duplicates,
        long refused,
        long leftOut,
        long several,
        Map<String, Long> reasons) {

    /** First the table is read through, so that a broken one loads nothing; then it is loaded; then the result is written. */
    enum Phase {
        CHECKING,
        LOADING,
        CLOSING
    }

    static final LoadProgress START = new LoadProgress(Phase.CHECKING, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    LoadProgress checked(long more) {
        return new LoadProgress(phase, total + more, 0, 0, 0, 0, 0, 0, 0, 0, reasons);
    }

    LoadProgress in(Phase next) {
        return new LoadProgress(
                next, total, rows, added, updated, unchanged, duplicates, refused, leftOut, several, reasons);
    }

    LoadProgress with(LoadChunk chunk, ChunkWriter.Written written) {
        Map<String, Long> all = new TreeMap<>(reasons);
        chunk.refused().forEach(row -> all.merge(row.reason(), 1L, Long::sum));
        return new LoadProgress(
                phase,
                total,
                rows + chunk.rows(),
                added + written.added(),
                updated + written.updated(),
                unchanged + written.unchanged(),
                duplicates + chunk.duplicates(),
                refused + chunk.refused().size(),
                leftOut + chunk.leftOut(),
                several + chunk.several(),
                all);
    }

    LoadResult result(@Nullable FileId refusedFile) {
        return new LoadResult(
                rows, added, updated, unchanged, duplicates, refused, leftOut, several, reasons, refusedFile);
    }
}
