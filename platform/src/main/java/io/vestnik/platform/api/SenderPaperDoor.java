package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderPapers.Attached;
import io.vestnik.platform.shell.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers about senders. */
@RestController
@RequestMapping("/api/v1/senders/{id}/papers")
@Tag(name = "Senders")
class SenderPaperDoor {
    private final SenderNames senders;
    private final SenderPapers papers;
    private final Refusals refusals;

    SenderPaperDoor(SenderNames senders, SenderPapers papers, Refusals refusals) {
        this.senders = senders;
        this.papers = papers;
        this.refusals = refusals;
    }

    /**
     * A paper.
     *
     * @param kind jpg, tif, pdf, png, zip or rar
     * @param size in bytes
     * @param verdict on_check, refused or admitted
     * @param comment words beside the verdict
     */
    record PaperView(
            String id,
            String name,
            String kind,
            long size,
            String about,
            String verdict,
            String comment,

            @JsonProperty("judged_at") @Nullable Instant judgedAt,

            @JsonProperty("added_at") Instant addedAt) {}

    /** All papers about a sender, which has 10 at most, in the order in which they were attached. */
    record PaperList(List<PaperView> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('senders:view')")
    @Operation(summary = "List the papers about a sender with their verdicts")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaperList.class)))
    ResponseEntity<Object> list(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(sender -> ResponseEntity.<Object>ok(new PaperList(papers.of(who.account(), sender).stream()
                        .map(SenderPaperDoor::view)
                        .toList())))
                .orElseGet(refusals::notFound);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(
            summary = "Attach a paper to a sender",
            description = "At most 3 MB: jpg, tif, pdf, png, zip or rar, by its content and its name. A sender that was"
                    + " refused waits for an answer again.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PaperView.class)))
    ResponseEntity<Object> attach(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "") String about)
            throws IOException {
        Optional<Long> sender = find(who, id);
        if (sender.isEmpty()) {
            return refusals.notFound();
        }
        byte[] content;
        try (InputStream in = file.getInputStream()) {
            content = in.readNBytes(SenderPapers.MOST_BYTES + 1); // one that is too large shows by then
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (papers.attach(who, sender.get(), new SenderPapers.Upload(name, about.strip(), content))) {
            case Attached.Kept(Paper paper) ->
                ResponseEntity.status(HttpStatus.CREATED).body(view(paper));
            case Attached.Gone() -> refusals.notFound();
            case Attached.Refused(String code) -> refused(code);
        };
    }

    private ResponseEntity<Object> refused(String code) {
        return switch (code) {
            case "empty" -> refusals.of(ProblemType.EMPTY_FILE);
            case "large" -> refusals.of(ProblemType.TOO_LARGE, "At most " + SenderPapers.MOST_BYTES + " bytes");
            case "many" -> refusals.of(ProblemType.TOO_MANY);
            case "about" -> refusals.invalid(List.of(new FieldError("/about", "too_long", null)));
            default -> refusals.invalid(List.of(new FieldError("/file", "unknown", "jpg, tif, pdf, png, zip, rar")));
        };
    }

    @DeleteMapping("/{paper}")
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(summary = "Take a paper away")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> remove(
            @AuthenticationPrincipal Who who, @PathVariable String id, @PathVariable String paper) {
        return find(who, id)
                        .flatMap(sender ->
                                Ids.read(paper, Long::valueOf).filter(number -> papers.remove(who, sender, number)))
                        .isPresent()
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    private Optional<Long> find(Who who, String id) {
        return Ids.read(id, Long::valueOf)
                .filter(number -> senders.find(who.account(), number).isPresent());
    }

    private static PaperView view(Paper paper) {
        return new PaperView(
                Long.toString(paper.id()),
                paper.name(),
                paper.kind(),
                paper.size(),
                paper.about(),
                paper.verdict().code(),
                paper.comment(),
                paper.judgedAt(),
                paper.addedAt());
    }
}
