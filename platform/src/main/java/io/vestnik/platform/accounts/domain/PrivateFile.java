package io.vestnik.platform.accounts.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, from the first octet on. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /** Writes a file that was not there; another process that was faster wins. */
    static void writeOnce(Path file, String text) throws IOException {
        Path whole = beside(file, text);
        try {
            Files.createLink(file, whole);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            // The other one's file is as good as ours: both are random and whole.
            return;
        } finally {
            Files.delete(whole);
        }
    }

    /** Replaces the file at once: a reader sees the old or the new one. */
    static void replace(Path file, String text) throws IOException {
        Files.move(beside(file, text), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path beside(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("Not a file: " + file);
        }
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(whole, text);
        return whole;
    }
}
