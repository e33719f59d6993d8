package io.vestnik.platform.store.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a backup as a stream: a tar, compressed, whose last entry seals the others. */
final class BackupWriter implements Layout.Taking, Closeable {
    private static final int BUFFER = 1 << 17;
    private static final int OWNERS_ONLY = 0600;

    private final TarArchiveOutputStream tar;
    private final Seal seal = new Seal();
    private final byte[] buffer = new byte[BUFFER];
    private long files;

    BackupWriter(OutputStream out) throws IOException {
        tar = new TarArchiveOutputStream(new Quick(new BufferedOutputStream(out, BUFFER)), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Half the time of the default for a tenth more bytes; a backup competes with messages for the processor. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** How many files it holds so far. */
    long files() {
        return files;
    }

    @Override
    public void folder(String name, Path path) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(mode(path));
        seal.entry(entry.getName(), 0);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /**
     * Adds a file as long as it was when it was opened: what is cut off meanwhile reads as zeros, what is added is left
     * out; the database's log repairs both. A file that has gone is passed over.
     */
    @Override
    public void file(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setMode(mode(path));
            entry.setSize(Files.size(path));
            begin(entry);
            long left = entry.getSize();
            while (left > 0) {
                int most = (int) Math.min(buffer.length, left);
                int read = in.readNBytes(buffer, 0, most);
                if (read < most) {
                    Arrays.fill(buffer, read, most, (byte) 0);
                }
                content(most);
                left -= most;
            }
            tar.closeArchiveEntry();
        } catch (NoSuchFileException e) {
            // Relations may be dropped and files outlived while we copy; the files by which the cluster lives may not.
            if (name.equals(Layout.CONTROL) || name.startsWith(Layout.LOG)) {
                throw e;
            }
        }
    }

    void text(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(OWNERS_ONLY);
        entry.setSize(bytes.length);
        begin(entry);
        seal.content(bytes, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** Seals what was written; nothing may follow. */
    void finish() throws IOException {
        byte[] value = seal.value().getBytes(StandardCharsets.US_ASCII);
        TarArchiveEntry entry = new TarArchiveEntry(Seal.NAME);
        entry.setMode(OWNERS_ONLY);
        entry.setSize(value.length);
        tar.putArchiveEntry(entry);
        tar.write(value);
        tar.closeArchiveEntry();
        tar.finish();
    }

    private void begin(TarArchiveEntry entry) throws IOException {
        seal.entry(entry.getName(), entry.getSize());
        tar.putArchiveEntry(entry);
        files++;
    }

    private void content(int length) throws IOException {
        seal.content(buffer, length);
        tar.write(buffer, 0, length);
    }

    private static int mode(Path path) throws IOException {
        int mode = 0;
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
        for (PosixFilePermission each : PosixFilePermission.values()) {
            mode = (mode << 1) | (granted.contains(each) ? 1 : 0);
        }
        return mode;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
