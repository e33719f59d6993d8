package io.vestnik.platform.store.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the files of a data folder a backup holds. */
final class Layout {
    static final String DATABASE = "postgres/data18";
    static final String CONTROL = DATABASE + "/global/pg_control";
    static final String LABEL = DATABASE + "/backup_label";
    static final String LOG = DATABASE + "/pg_wal";

    /** Where a restore unpacks until all of it has been checked. */
    static final String UNFINISHED = ".restoring";

    /** What each start makes anew, what belongs to one machine, and backups themselves. */
    private static final Set<String> LEFT_OUT =
            Set.of("backups", "simulator", UNFINISHED, "postgres/pg18", "postgres/pg18.lock", "postgres/port");

    /** What PostgreSQL empties at its start; the log is added apart, as far as it is needed. */
    private static final Set<String> EMPTIED = Set.of(
            LOG,
            DATABASE + "/pg_dynshmem",
            DATABASE + "/pg_notify",
            DATABASE + "/pg_replslot",
            DATABASE + "/pg_serial",
            DATABASE + "/pg_snapshots",
            DATABASE + "/pg_stat_tmp",
            DATABASE + "/pg_subtrans");

    private static final Set<String> OF_ONE_RUN = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "pg_internal.init");

    private Layout() {}

    /** Takes what is found. */
    interface Taking {
        void folder(String name, Path path) throws IOException;

        void file(String name, Path path) throws IOException;
    }

    /** Goes through the cluster's files; its control file is not among them, for it must be the last. */
    static void database(Path data, Taking taking) throws IOException {
        Files.walkFileTree(data.resolve(DATABASE), new Walk(data, taking));
    }

    /** Goes through everything beside the cluster: keys, stored files, archived history. */
    static void rest(Path data, Taking taking) throws IOException {
        Files.walkFileTree(data, new Walk(data, taking) {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = name(folder);
                return LEFT_OUT.contains(name) || name.equals(DATABASE)
                        ? FileVisitResult.SKIP_SUBTREE
                        : super.preVisitDirectory(folder, attributes);
            }
        });
    }

    private static boolean isOfOneRun(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return LEFT_OUT.contains(name)
                || OF_ONE_RUN.contains(last)
                || last.startsWith("pgsql_tmp")
                || (!name.startsWith(DATABASE) && last.endsWith(".log"));
    }

    /** Files come and go while a server runs; what went is in the log or was meant to go. */
    private static class Walk extends SimpleFileVisitor<Path> {
        private final Path data;
        private final Taking taking;

        Walk(Path data, Taking taking) {
            this.data = data;
            this.taking = taking;
        }

        final String name(Path path) {
            return data.relativize(path).toString();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            String name = name(folder);
            try {
                if (!name.isEmpty()) {
                    taking.folder(name, folder);
                }
            } catch (NoSuchFileException e) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = name(file);
            if (attributes.isRegularFile() && !isOfOneRun(name) && !name.equals(CONTROL)) {
                taking.file(name, file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            return e == null || e instanceof NoSuchFileException
                    ? FileVisitResult.CONTINUE
                    : super.postVisitDirectory(folder, e);
        }
    }
}
