package io.vestnik.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the kind of a file by its content and opens it by that. */
final class Opening {

    private Opening() {}

    static OpenResult open(Path path, ReadLimits limits, ReadOptions options) throws IOException {
        long size = Files.size(path);
        if (size == 0) {
            return new OpenResult.Refused(RefusalReason.EMPTY_FILE, "no bytes");
        }
        if (size > limits.fileBytes()) {
            return new OpenResult.Refused(
                    RefusalReason.TOO_LARGE, size + " bytes of " + limits.fileBytes() + " allowed");
        }
        throw new UnsupportedOperationException("Reading comes with the next change: " + options);
    }
}
