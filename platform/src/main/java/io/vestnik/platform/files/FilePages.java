package io.vestnik.platform.files;

import io.vestnik.platform.shell.Acting;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands a stored file to those of its account who have the right that it names. */
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
        StoredFile file = files.find(acting.account(), new FileId(id))
                .filter(it -> Downloads.may(acting, it))
                .orElseThrow(FilePages::gone);
        Path path = files.path(acting.account(), file.id()).orElseThrow(FilePages::gone);
        return Downloads.of(file, path);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
