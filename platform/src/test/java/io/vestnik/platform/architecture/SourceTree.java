package io.vestnik.platform.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The project's own files as they lie on the disk, without what was built from them. */
final class SourceTree {

    private static final Set<String> NOT_SOURCES = Set.of(".git", "target", "data", "node_modules", ".idea", ".vscode");

    private SourceTree() {}

    /** The folder that holds the launcher. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("vestnik"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "No folder above " + Path.of("").toAbsolutePath() + " has the launcher");
            }
            folder = parent;
        }
        return folder;
    }

    /** Every file of the project under a folder named from its root; none if there is no such folder. */
    static List<Path> under(String folder) {
        Path start = root().resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return !visited.equals(start) && isNotSource(visited)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !isNotSource(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Every file of the project under a folder whose name ends so. */
    static List<Path> under(String folder, String ending) {
        return under(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** A file's name from the root of the project. */
    static String name(Path file) {
        return root().relativize(file).toString();
    }

    private static boolean isNotSource(Path file) {
        return NOT_SOURCES.contains(String.valueOf(file.getFileName()));
    }
}
