package io.vestnik.platform.files;

import io.vestnik.platform.shell.Acting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands a stored file to its account, always as a download: what came from outside is never shown as a page of ours. */
@Controller
class FilePages {
    private final Files files;

    FilePages(Files files) {
        this.files = files;
    }

    @GetMapping("/files/{id}")
    @PreAuthorize("hasAuthority('work:view')")
    ResponseEntity<Resource> download(@AuthenticationPrincipal Acting acting, @PathVariable long id) {
        if (id <= 0) {
            throw gone();
        }
        StoredFile file = files.find(acting.account(), new FileId(id)).orElseThrow(FilePages::gone);
        Path path = files.path(acting.account(), file.id()).orElseThrow(FilePages::gone);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(type(file.contentType()))
                .body(new FileSystemResource(path));
    }

    private static MediaType type(String said) {
        try {
            return MediaType.parseMediaType(said);
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
