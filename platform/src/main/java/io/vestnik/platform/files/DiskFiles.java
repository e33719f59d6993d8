package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files on this machine's disk. The content is in its place before the row is committed and goes after the row has gone,
 * so that a row never points to nothing; what a rollback or a crash leaves behind is swept.
 */
@Component
class DiskFiles implements Files {
    private static final Logger log = LoggerFactory.getLogger(DiskFiles.class);
    private static final int LONGEST_NAME = 200;

    private final ContentFolder folder;
    private final FileTable table;
    private final Transactions transactions;
    private final Clock clock;

    DiskFiles(ContentFolder folder, FileTable table, Transactions transactions, Clock clock) {
        this.folder = folder;
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public StoredFile save(AccountId account, Upload upload, InputStream content, long most)
            throws IOException, TooLarge {
        Path draft = folder.draft();
        try {
            long size;
            try (OutputStream out = java.nio.file.Files.newOutputStream(draft)) {
                size = copy(content, out, most);
            }
            if (size > most) {
                throw new TooLarge(most);
            }
            return keep(account, upload, draft);
        } finally {
            java.nio.file.Files.deleteIfExists(draft);
        }
    }

    @Override
    public StoredFile save(AccountId account, Upload upload, Writer writer) throws IOException {
        Path draft = folder.draft();
        try {
            try (OutputStream out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(draft), 1 << 16)) {
                writer.write(out);
            }
            return keep(account, upload, draft);
        } finally {
            java.nio.file.Files.deleteIfExists(draft);
        }
    }

    @Override
    public Optional<StoredFile> find(AccountId account, FileId id) {
        return table.find(account, id, clock.instant());
    }

    @Override
    public Optional<Path> path(AccountId account, FileId id) {
        return find(account, id).map(file -> folder.path(file.id())).filter(java.nio.file.Files::isRegularFile);
    }

    @Override
    public void delete(AccountId account, FileId id) {
        transactions.call(() -> {
            if (table.delete(account, id)) {
                deleteContent(id, TransactionSynchronization.STATUS_COMMITTED);
            }
            return id;
        });
    }

    /** Lists a file among the reports of its account, and deletes the oldest of the same title beyond so many. */
    void list(AccountId account, FileId file, Reports.About about, int most) {
        transactions.call(() -> {
            table.describe(account, file, about);
            table.deleteBeyond(account, about.titleKey(), most)
                    .forEach(old -> deleteContent(old, TransactionSynchronization.STATUS_COMMITTED));
            return file;
        });
    }

    private StoredFile keep(AccountId account, Upload upload, Path draft) throws IOException {
        Upload clean = new Upload(name(upload.name()), upload.contentType(), upload.lifetime(), upload.right());
        long size = java.nio.file.Files.size(draft);
        try {
            return transactions.call(() -> {
                StoredFile file = table.insert(account, clean, size, clock.instant());
                try {
                    folder.keep(draft, file.id());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                deleteContent(file.id(), TransactionSynchronization.STATUS_ROLLED_BACK);
                return file;
            });
        } catch (UncheckedIOException e) {
            throw new IOException("The file cannot be kept", e);
        }
    }

    /** When the transaction has ended so. */
    private void deleteContent(FileId id, int status) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int ended) {
                if (ended == status) {
                    try {
                        java.nio.file.Files.deleteIfExists(folder.path(id));
                    } catch (IOException e) {
                        log.warn("File {} stays on the disk until the next sweep", id, e);
                    }
                }
            }
        });
    }

    /** Copies at most one byte more than allowed, by which the caller sees that there was more. */
    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        while (size <= most) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - size + 1));
            if (read < 0) {
                break;
            }
            out.write(buffer, 0, read);
            size += read;
        }
        return size;
    }

    /** A name without a path and without signs that a header or a person cannot bear. */
    private static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "_").strip();
        if (clean.isEmpty() || clean.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
