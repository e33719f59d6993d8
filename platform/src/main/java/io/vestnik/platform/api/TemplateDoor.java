package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.CampaignWire.DraftRequest;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.campaigns.Templates.Answer;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forms of campaigns kept for the next time. */
@RestController
@RequestMapping("/api/v1/templates")
@Tag(name = "Templates")
class TemplateDoor {
    private final Templates templates;
    private final Refusals refusals;

    TemplateDoor(Templates templates, Refusals refusals) {
        this.templates = templates;
        this.refusals = refusals;
    }

    /**
     * A template.
     *
     * @param folder where it lies; none or empty for no folder
     * @param draft what a campaign is written as; its name is the template's, typed numbers are not kept
     * @param version of the template that is changed
     */
    record TemplateRequest(
            @Nullable String folder,
            @Nullable DraftRequest draft,
            @Nullable Integer version) {}

    /** A template; its draft can be sent to {@code POST /campaigns} as it is. */
    record TemplateView(
            String id,
            int version,
            String folder,
            DraftRequest draft,
            @JsonProperty("changed_at") Instant changedAt) {}

    /** Templates by folder and name. */
    record TemplateList(List<TemplateView> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "List templates by folder and name")
    TemplateList list(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String folder,
            @Parameter(description = "Letters of the name or the text")
                    @RequestParam(required = false, defaultValue = "")
                    String search) {
        return new TemplateList(templates.list(who.account(), folder, search).stream()
                .map(TemplateDoor::view)
                .toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "Ask what a template says")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<Object> template(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(template ->
                        ResponseEntity.ok().eTag(ETags.of(template.version())).<Object>body(view(template)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "Keep a template")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody TemplateRequest request) {
        return keep(who, null, request, null);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(
            summary = "Change a template",
            description = "All of it is written anew; the version is the one that was read, unless If-Match says so.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TemplateRequest request) {
        Optional<StoredTemplate> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        String tag = ETags.of(there.get().version());
        return ETags.fits(ifMatch, tag) ? keep(who, there.get(), request, ifMatch) : refusals.changed(tag);
    }

    private ResponseEntity<Object> keep(
            Who who, @Nullable StoredTemplate there, TemplateRequest request, @Nullable String ifMatch) {
        DraftRequest written = request.draft();
        if (written == null) {
            return refusals.invalid(List.of(new FieldError("/draft", "empty", null)));
        }
        List<FieldError> errors = new ArrayList<>();
        Draft draft = CampaignWire.draft(written, SendingTerms.USUAL, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(CampaignWire.within(errors));
        }
        int version = there == null ? 0 : ETags.version(ifMatch, there.version(), request.version());
        String folder = Objects.requireNonNullElse(request.folder(), "");
        return switch (templates.keep(who, there == null ? null : there.id(), version, folder, draft)) {
            case Answer.Kept(long kept) -> {
                StoredTemplate template = templates.find(who.account(), kept).orElseThrow();
                yield ResponseEntity.status(there == null ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(ETags.of(template.version()))
                        .body(view(template));
            }
            case Answer.Stale(StoredTemplate current) -> refusals.stale(ifMatch, current.version());
            case Answer.Refused(List<Fault> faults) -> refusals.invalid(errors(faults));
            case Answer.NotFound() -> refusals.notFound();
        };
    }

    private static List<FieldError> errors(List<Fault> faults) {
        return faults.stream()
                .flatMap(fault -> switch (fault.field()) {
                    case "folder", "template" ->
                        List.of(new FieldError("/folder", fault.code(), fault.detail())).stream();
                    default -> CampaignWire.within(CampaignWire.errors(List.of(fault))).stream();
                })
                .toList();
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "Delete a template", description = "It can be brought back for thirty days.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<StoredTemplate> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        String tag = ETags.of(there.get().version());
        if (!ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        return templates.delete(who, there.get().id())
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    @PostMapping("/{id}/restore")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(
            summary = "Take back that a template was deleted",
            description = "For thirty days, while no other has its name in its folder.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<Object> restore(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, Long::valueOf)
                .filter(number -> templates.restore(who, number))
                .flatMap(number -> templates.find(who.account(), number))
                .map(template ->
                        ResponseEntity.ok().eTag(ETags.of(template.version())).<Object>body(view(template)))
                .orElseGet(refusals::notFound);
    }

    private Optional<StoredTemplate> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> templates.find(who.account(), number));
    }

    static TemplateView view(StoredTemplate template) {
        return new TemplateView(
                Long.toString(template.id()),
                template.version(),
                template.folder(),
                DraftWire.written(template.draft()),
                template.changedAt());
    }
}
