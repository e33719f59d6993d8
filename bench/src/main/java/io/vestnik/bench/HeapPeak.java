package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The most that a heap held, as its log of collections tells: what each began with. */
public final class HeapPeak {

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    private HeapPeak() {}

    /** In MiB; 0 when nothing was collected yet. */
    public static long mebibytes(Path log) {
        return mebibytes(log, 0);
    }

    /**
     * The same of collections that were logged behind a place.
     *
     * @param begin octets of the log that do not count
     */
    public static long mebibytes(Path log, long begin) {
        try {
            return COLLECTION
                    .matcher(Files.readString(log).substring((int) begin))
                    .results()
                    .map(MatchResult::group)
                    .mapToLong(it -> Long.parseLong(it.substring(0, it.indexOf('M'))))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
