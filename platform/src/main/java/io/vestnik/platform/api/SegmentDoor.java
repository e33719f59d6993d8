package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.FilterWire.FilterBody;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.contacts.Segments;
import io.vestnik.platform.contacts.Segments.Answer;
import io.vestnik.platform.contacts.Segments.Kept;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import org.springframework.web.bind.annotation.RestController;

/** Segments: groups of whoever matches a filter. */
@RestController
@RequestMapping("/api/v1/segments")
@Tag(name = "Groups")
class SegmentDoor {
    private final Segments segments;
    private final FilterWire filters;
    private final Refusals refusals;

    SegmentDoor(Segments segments, FilterWire filters, Refusals refusals) {
        this.segments = segments;
        this.filters = filters;
        this.refusals = refusals;
    }

    /** All segments of the account by name; with its groups there are 1,000 at most. */
    record SegmentList(List<SegmentView> items) {}

    /**
     * A segment; its id stands wherever that of a group does.
     *
     * @param contacts how many were in it when it was counted
     */
    record SegmentView(
            String id,
            String name,
            long contacts,

            @JsonProperty("counted_at") @Nullable Instant countedAt,

            FilterBody filter) {
        static SegmentView of(Kept kept) {
            Group group = kept.group();
            return new SegmentView(
                    group.id().toString(),
                    group.name(),
                    group.contacts(),
                    group.countedAt(),
                    FilterBody.of(kept.meant()));
        }
    }

    /** What a segment is called, 1 to 100 characters, and who is in it. */
    record SegmentRequest(@Nullable String name, @Nullable FilterBody filter) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List segments by name")
    SegmentList list(@AuthenticationPrincipal Who who) {
        return new SegmentList(
                segments.all(who.account()).stream().map(SegmentView::of).toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Ask who is in a segment", description = "One by one: GET /groups/{id}/members.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    ResponseEntity<Object> segment(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(it -> kept(HttpStatus.OK, it)).orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Make a segment of a filter, and count it")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody SegmentRequest request) {
        return keep(who, request, HttpStatus.CREATED, meant -> segments.create(who, name(request), meant));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Write a segment anew, and count it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SegmentRequest request) {
        Optional<Kept> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        if (!ETags.fits(ifMatch, tag(there.get()))) {
            return refusals.changed(tag(there.get()));
        }
        Kept seen = ifMatch == null ? null : there.get();
        GroupId group = there.get().group().id();
        return keep(who, request, HttpStatus.OK, meant -> segments.change(who, group, seen, name(request), meant));
    }

    private ResponseEntity<Object> keep(
            Who who, SegmentRequest request, HttpStatus status, Function<Meant, Answer> order) {
        List<FieldError> errors = new ArrayList<>();
        Meant meant = filters.read(who.account(), request.filter(), "/filter", errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        return switch (order.apply(meant)) {
            case Answer.Saved(Kept saved) -> kept(status, saved);
            case Answer.Taken(Group group) ->
                refusals.with(ProblemType.ALREADY_THERE, "there", group.id().toString());
            case Answer.Stale(Kept now) -> refusals.changed(tag(now));
            case Answer.BadName() -> wrong("/name", "out_of_range", "1 to 100 characters");
            case Answer.Everybody() -> wrong("/filter", "empty", null);
            case Answer.OfSegment() -> wrong("/filter/group", "segment", null);
            case Answer.TooMany() -> refusals.of(ProblemType.TOO_MANY);
            case Answer.Gone() -> refusals.notFound();
        };
    }

    private ResponseEntity<Object> wrong(String pointer, String code, @Nullable String detail) {
        return refusals.invalid(List.of(new FieldError(pointer, code, detail)));
    }

    private static String name(SegmentRequest request) {
        return Objects.requireNonNullElse(request.name(), "");
    }

    @PostMapping("/{id}/count")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Count a segment now", description = "By itself it is counted once an hour.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SegmentView.class)))
    ResponseEntity<Object> count(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, GroupId::new)
                .flatMap(group -> segments.counted(who.account(), group))
                .map(it -> kept(HttpStatus.OK, it))
                .orElseGet(refusals::notFound);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Delete a segment, none of its people", description = "It cannot be brought back.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Kept> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        if (!ETags.fits(ifMatch, tag(there.get()))) {
            return refusals.changed(tag(there.get()));
        }
        return segments.delete(who, there.get().group().id())
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    private Optional<Kept> find(Who who, String id) {
        return Ids.read(id, GroupId::new).flatMap(group -> segments.find(who.account(), group));
    }

    private static ResponseEntity<Object> kept(HttpStatus status, Kept kept) {
        return ResponseEntity.status(status).eTag(tag(kept)).body(SegmentView.of(kept));
    }

    /** Being counted is no change of it. */
    private static String tag(Kept kept) {
        return ETags.of(kept.group().name() + '\n' + kept.meant());
    }
}
