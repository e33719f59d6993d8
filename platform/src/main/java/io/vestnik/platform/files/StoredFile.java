package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;

/**
 * A stored file.
 *
 * @param size in bytes
 * @param until when it is deleted
 * @param right by which it is fetched under its id, of a report the one to see it; empty where nobody fetches it
 */
public record StoredFile(
        FileId id, AccountId account, String name, String contentType, long size, Instant until, String right) {}
