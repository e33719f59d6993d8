package io.vestnik.platform.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a backup into an empty folder: all of it, checked to its last byte, or nothing. */
final class Restore {
    private final Path file;
    private final Path data;

    Restore(Path file, Path data) {
        this.file = file.toAbsolutePath().normalize();
        this.data = data.toAbsolutePath().normalize();
    }

    BackupReader.Head run() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("there is no file " + file);
        }
        requireEmpty();
        BackupReader reader = new BackupReader(file);
        reader.check();
        boolean ours = !Files.exists(data);
        Path scratch = data.resolve(Layout.UNFINISHED);
        Files.createDirectories(scratch);
        try {
            Unpacking unpacking = new Unpacking(scratch);
            BackupReader.Head head = reader.read(unpacking);
            unpacking.close();
            // Names on one disk; the database last, for a server that finds none would begin a new one.
            for (Path each : children(scratch)) {
                Files.move(each, data.resolve(scratch.relativize(each)));
            }
            Files.delete(scratch);
            return head;
        } catch (IOException e) {
            deleteTree(scratch);
            if (ours) {
                Files.deleteIfExists(data);
            }
            throw e;
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        if (!Files.isDirectory(data)) {
            throw new Refusal(data + " is not a folder");
        }
        try (var found = Files.list(data)) {
            if (found.anyMatch(each -> !each.endsWith("lost+found"))) {
                throw new Refusal(data + " is not empty: a restore wants a folder that is empty or not yet there");
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.sorted(Comparator.comparing((Path each) -> each.endsWith("postgres")))
                    .toList();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Writes files and folders with the rights they had; to the disk brings them the database's own start. */
    private static final class Unpacking implements BackupReader.Placing {
        private final Path root;
        private final Map<Path, Set<PosixFilePermission>> folders = new LinkedHashMap<>();

        Unpacking(Path root) {
            this.root = root;
        }

        @Override
        public void folder(String name, int mode) throws IOException {
            Path path = place(name);
            Files.createDirectories(path);
            folders.put(path, permissions(mode));
        }

        @Override
        public OutputStream file(String name, int mode) throws IOException {
            Path path = place(name);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
            Files.setPosixFilePermissions(path, permissions(mode));
            return Files.newOutputStream(path);
        }

        private Path place(String name) throws IOException {
            Path path = root.resolve(name).normalize();
            if (!path.startsWith(root) || path.equals(root)) {
                throw new Refusal("the backup holds a name that it may not: " + name);
            }
            return path;
        }

        /** Folders last: one that its owner may not write to would have taken no files. */
        void close() throws IOException {
            for (var folder : folders.entrySet()) {
                Files.setPosixFilePermissions(folder.getKey(), folder.getValue());
            }
        }

        private static Set<PosixFilePermission> permissions(int mode) {
            Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
            PosixFilePermission[] all = PosixFilePermission.values();
            for (int i = 0; i < all.length; i++) {
                if (((mode >> (all.length - 1 - i)) & 1) != 0) {
                    granted.add(all[i]);
                }
            }
            return granted;
        }
    }
}
