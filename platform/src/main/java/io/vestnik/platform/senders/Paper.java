package io.vestnik.platform.senders;

import io.vestnik.platform.files.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file attached to a name, such as a letter of guarantee.
 *
 * @param sender the name that it is about
 * @param name of the file; its ending is one of its kind
 * @param kind {@code jpg}, {@code tif}, {@code pdf}, {@code png}, {@code zip} or {@code rar}, by its content
 * @param size in bytes
 * @param about what it is, in the words of whoever attached it; may be empty
 * @param comment words beside the verdict; may be empty
 * @param judgedBy who gave the verdict; empty while it is on check
 */
public record Paper(
        long id,
        long sender,
        FileId file,
        String name,
        String kind,
        long size,
        String about,
        Verdict verdict,
        String comment,
        String judgedBy,
        @Nullable Instant judgedAt,
        Instant addedAt) {}
