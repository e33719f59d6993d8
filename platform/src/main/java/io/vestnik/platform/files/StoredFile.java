package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;

/**
 * A stored file.
 *
 * @param size in bytes
 * @param until when it is deleted
 */
public record StoredFile(FileId id, AccountId account, String name, String contentType, long size, Instant until) {}
