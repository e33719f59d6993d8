package io.vestnik.platform.store.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a backup from its head to its seal, and to the end of the compression's own check. */
final class BackupReader {
    private static final int BUFFER = 1 << 17;
    private static final int LONGEST_TEXT = 10_000;

    private final Path file;
    private final byte[] buffer = new byte[BUFFER];

    BackupReader(Path file) {
        this.file = file;
    }

    /** Where the entries go; names and modes are as the backup tells them. */
    interface Placing {
        void folder(String name, int mode) throws IOException;

        OutputStream file(String name, int mode) throws IOException;
    }

    /** When a backup was made, and how many files it holds. */
    record Head(String made, long files) {}

    /** Reads all of it and keeps nothing: whatever is wrong with it is found here. */
    Head check() throws IOException {
        try {
            return read(new Placing() {
                @Override
                public void folder(String name, int mode) {}

                @Override
                public OutputStream file(String name, int mode) {
                    return OutputStream.nullOutputStream();
                }
            });
        } catch (Refusal e) {
            throw e;
        } catch (IOException e) {
            throw new Refusal(broken("it is cut off or damaged (" + e.getMessage() + ")"), e);
        }
    }

    Head read(Placing placing) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                GZIPInputStream unpacked = new GZIPInputStream(in, BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked, "UTF-8")) {
            Head head = read(tar, placing);
            if (tar.getNextEntry() != null) {
                throw new Refusal(broken("something follows its seal"));
            }
            unpacked.transferTo(OutputStream.nullOutputStream());
            return head;
        }
    }

    private String broken(String why) {
        return file + " is not a whole backup: " + why;
    }

    private Head read(TarArchiveInputStream tar, Placing placing) throws IOException {
        Seal seal = new Seal();
        String made = head(tar.getNextEntry(), tar, seal);
        long files = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(Seal.NAME)) {
                if (!text(tar).equals(seal.value())) {
                    throw new Refusal(broken("its content is not what was sealed"));
                }
                return new Head(made, files);
            }
            seal.entry(entry.getName(), entry.getSize());
            if (entry.isDirectory()) {
                placing.folder(entry.getName(), entry.getMode());
            } else {
                try (OutputStream out = placing.file(entry.getName(), entry.getMode())) {
                    content(tar, out, seal);
                }
                files++;
            }
        }
        throw new Refusal(broken("it ends before its seal"));
    }

    private void content(TarArchiveInputStream tar, OutputStream out, Seal seal) throws IOException {
        for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
            seal.content(buffer, read);
            out.write(buffer, 0, read);
        }
    }

    private String head(@Nullable TarArchiveEntry entry, TarArchiveInputStream tar, Seal seal) throws IOException {
        if (entry == null || !entry.getName().equals(Seal.HEAD)) {
            throw new Refusal(broken("it does not begin as one"));
        }
        seal.entry(entry.getName(), entry.getSize());
        String text = text(tar);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        seal.content(bytes, bytes.length);
        Properties head = new Properties();
        head.load(new StringReader(text));
        if (!"1".equals(head.getProperty("format")) || !"18".equals(head.getProperty("postgres"))) {
            throw new Refusal(file + " was made by a version of Vestnik that this one does not know");
        }
        String machine = head.getProperty("machine", "");
        if (!machine.equals(System.getProperty("os.arch"))) {
            throw new Refusal(file + " was made on another kind of machine (" + machine + ")");
        }
        return head.getProperty("made", "");
    }

    private static String text(TarArchiveInputStream tar) throws IOException {
        return new String(tar.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    }
}
