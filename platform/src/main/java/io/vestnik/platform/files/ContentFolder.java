package io.vestnik.platform.files;

import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The folder of contents: each file under its id, in one of 256 folders; what is still being written lies apart. */
@Component
class ContentFolder {
    static final int PARTS = 256;

    private final Path root;

    ContentFolder(StoreSettings settings) {
        this.root = settings.data().toAbsolutePath().resolve("files");
    }

    /** A new empty file to write into. */
    Path draft() throws IOException {
        return Files.createTempFile(Files.createDirectories(root.resolve("incoming")), "", ".part");
    }

    /** Puts a written draft in the place of its id. */
    void keep(Path draft, FileId id) throws IOException {
        Path place = path(id);
        Files.createDirectories(place.getParent());
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    Path path(FileId id) {
        return part((int) (id.value() % PARTS)).resolve(Long.toString(id.value()));
    }

    /** Files of one of the 256 folders that were last written before a moment. */
    Map<Long, Path> olderThan(Instant moment, int part) throws IOException {
        return older(part(part), moment);
    }

    /** Drafts that nobody finished: their writer has died. */
    void deleteDraftsOlderThan(Instant moment) throws IOException {
        Path folder = root.resolve("incoming");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "*.part")) {
                for (Path draft : drafts) {
                    if (Files.getLastModifiedTime(draft).compareTo(FileTime.from(moment)) < 0) {
                        Files.deleteIfExists(draft);
                    }
                }
            }
        }
    }

    private static Map<Long, Path> older(Path folder, Instant moment) throws IOException {
        Map<Long, Path> found = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9]*")) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).compareTo(FileTime.from(moment)) < 0) {
                        found.put(Long.valueOf(String.valueOf(file.getFileName())), file);
                    }
                }
            }
        }
        return found;
    }

    private Path part(int number) {
        return root.resolve(String.format(Locale.ROOT, "%02x", number));
    }
}
