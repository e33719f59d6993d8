package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Downloads;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.shell.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files that programs bring and fetch. */
@RestController
@Tag(name = "Contacts")
class FileDoor {
    private static final String LOAD = "contacts:load";
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final Files files;
    private final Refusals refusals;

    FileDoor(Files files, Refusals refusals) {
        this.files = files;
        this.refusals = refusals;
    }

    /** A file that was kept; {@code size} in bytes. */
    record UploadedFile(String id, String name, long size) {}

    @PostMapping(path = "/api/v1/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('" + LOAD + "')")
    @Operation(summary = "Upload a file", description = "At most 512 MB; it is kept for a day.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = UploadedFile.class)))
    ResponseEntity<Object> upload(@AuthenticationPrincipal Who who, @RequestParam("file") MultipartFile file)
            throws IOException {
        if (file.isEmpty()) {
            return refusals.of(ProblemType.EMPTY_FILE);
        }
        Files.Upload upload = new Files.Upload(
                name(file),
                Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                KEPT,
                LOAD);
        try (InputStream content = file.getInputStream()) {
            StoredFile stored = files.save(who.account(), upload, content, MOST_BYTES);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new UploadedFile(stored.id().toString(), stored.name(), stored.size()));
        } catch (Files.TooLarge e) {
            return refusals.of(ProblemType.TOO_LARGE, e.getMessage());
        }
    }

    @GetMapping("/api/v1/files/{id}")
    @PreAuthorize("hasAuthority('work:view')")
    @Operation(
            summary = "Fetch a file",
            description = "What was exported, by the right to export it; what was uploaded here, and the rows that were"
                    + " refused of a load, by contacts:load, of a stop-list by contacts:stops-edit. No other"
                    + " file is handed out here.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<?> download(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<StoredFile> file = Ids.read(id, FileId::new)
                .flatMap(it -> files.find(who.account(), it))
                .filter(it -> Downloads.may(who, it));
        Optional<Path> path = file.flatMap(it -> files.path(who.account(), it.id()));
        return path.<ResponseEntity<?>>map(it -> Downloads.of(file.orElseThrow(), it))
                .orElseGet(refusals::notFound);
    }

    private static String name(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.isEmpty() ? "file" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
