package io.vestnik.platform.files;

import io.vestnik.platform.shell.Acting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Stored files in answers, always as downloads: what came from outside is never shown as a page of ours. */
public final class Downloads {
    private Downloads() {}

    /** Whether who asks may fetch the file under its id: what names no right is fetched by nobody. */
    public static boolean may(Acting acting, StoredFile file) {
        return !file.right().isEmpty() && acting.may(file.right());
    }

    /**
     * The file as an attachment that nobody guesses the type of and nobody keeps.
     *
     * @param content where it lies
     */
    public static ResponseEntity<Resource> of(StoredFile file, Path content) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(type(file.contentType()))
                .body(new FileSystemResource(content));
    }

    private static MediaType type(String said) {
        try {
            return MediaType.parseMediaType(said);
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
