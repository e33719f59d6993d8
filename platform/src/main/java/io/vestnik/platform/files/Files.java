package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Files in the data folder: their content is streamed to the disk, never held in memory. */
public interface Files {
    /** Keeps what the stream holds; more than {@code most} bytes are refused with {@link TooLarge}. */
    StoredFile save(AccountId account, Upload upload, InputStream content, long most) throws IOException, TooLarge;

    /** Keeps what the writer writes. */
    StoredFile save(AccountId account, Upload upload, Writer writer) throws IOException;

    Optional<StoredFile> find(AccountId account, FileId id);

    /** Where the content lies on this machine; none when the file is not this account's or is gone. */
    Optional<Path> path(AccountId account, FileId id);

    /** Deletes the file if it is there. */
    void delete(AccountId account, FileId id);

    /**
     * What is said of a file that comes.
     *
     * @param right by which people and programs fetch it under its id, such as {@code contacts:load}; empty where nobody does: it is
     *     handed out by a page of its own, or by none
     */
    record Upload(String name, String contentType, Duration lifetime, String right) {
        /** Of a file that nobody fetches under its id, unless it is listed among the reports. */
        public Upload(String name, String contentType, Duration lifetime) {
            this(name, contentType, lifetime, "");
        }
    }

    /** Writes a file's content. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** The content is larger than allowed. */
    final class TooLarge extends Exception {
        public TooLarge(long most) {
            super("More than " + most + " bytes");
        }
    }
}
