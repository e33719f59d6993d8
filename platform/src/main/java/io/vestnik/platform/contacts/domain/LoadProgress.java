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
 * @param consents how many were new so far; none when the load is about none
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
        Map<String, Long> reasons,
        @Nullable Long consents) {

    /** First the table is read through, so that a broken one loads nothing; then it is loaded; then the result is written. */
    enum Phase {
        CHECKING,
        LOADING,
        CLOSING
    }

    static final LoadProgress START = new LoadProgress(Phase.CHECKING, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), null);

    LoadProgress checked(long more) {
        return new LoadProgress(phase, total + more, 0, 0, 0, 0, 0, 0, 0, 0, reasons, null);
    }

    LoadProgress in(Phase next) {
        return new LoadProgress(
                next, total, rows, added, updated, unchanged, duplicates, refused, leftOut, several, reasons, consents);
    }

    LoadProgress with(LoadChunk chunk, Written written) {
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
                all,
                consents);
    }

    /** People were written of rows that were not counted. */
    LoadProgress and(Written written) {
        return new LoadProgress(
                phase,
                total,
                rows + written.added() + written.updated() + written.unchanged(),
                added + written.added(),
                updated + written.updated(),
                unchanged + written.unchanged(),
                duplicates,
                refused,
                leftOut,
                several,
                reasons,
                consents);
    }

    /** Further consents were noted. */
    LoadProgress noted(long more) {
        return new LoadProgress(
                phase,
                total,
                rows,
                added,
                updated,
                unchanged,
                duplicates,
                refused,
                leftOut,
                several,
                reasons,
                (consents == null ? 0 : consents) + more);
    }

    LoadResult result(@Nullable FileId refusedFile) {
        return new LoadResult(
                rows, added, updated, unchanged, duplicates, refused, leftOut, several, reasons, refusedFile, consents);
    }
}
