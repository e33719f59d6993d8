package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ChoiceWire.Choice;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.FilterWire.FilterBody;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.BulkActs;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.jobs.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to many contacts: to chosen ones at once, to all that match as a job. */
@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "Contacts")
class BulkActDoor {
    private final BulkActs acts;
    private final Contacts contacts;
    private final ChoiceWire choices;
    private final Refusals refusals;

    BulkActDoor(BulkActs acts, Contacts contacts, ChoiceWire choices, Refusals refusals) {
        this.acts = acts;
        this.contacts = contacts;
        this.choices = choices;
        this.refusals = refusals;
    }

    /**
     * Which contacts; one of the three.
     *
     * @param ids 1 to 10,000, done at once
     * @param filter all that match, as a job
     * @param all true for everybody, as a job
     */
    record DeleteRequest(
            @Nullable List<@Nullable String> ids,
            @Nullable FilterBody filter,
            @Nullable Boolean all) {}

    /**
     * What was deleted.
     *
     * @param deletion by this number it can be brought back
     * @param items what became of each, in the order given
     */
    record DeletedView(String deletion, int deleted, List<DeletedItem> items) {}

    /**
     * What became of one.
     *
     * @param state deleted or not_found
     */
    record DeletedItem(@Nullable String id, String state) {}

    /**
     * Which contacts, one of the first three, and from where to where.
     *
     * @param ids 1 to 10,000, done at once
     * @param filter all that match, as a job
     * @param all true for everybody, as a job
     * @param from the group that they leave; without it they stay where they are
     * @param to the group that they come into; without it they only leave
     */
    record MoveRequest(
            @Nullable List<@Nullable String> ids,
            @Nullable FilterBody filter,
            @Nullable Boolean all,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * What was moved.
     *
     * @param people how many changed groups
     * @param undo by this number it can be taken back for an hour
     */
    record MovedView(long people, String undo) {}

    @PostMapping("/delete")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Delete many contacts",
            description = "They can be brought back for thirty days. Chosen ones at once; all that match as a job.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DeletedView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> delete(@AuthenticationPrincipal Who who, @RequestBody DeleteRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Choice choice = choices.read(who.account(), request.ids(), request.filter(), request.all(), errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        return switch (choice) {
            case Choice.Matching(Meant meant) -> started(acts.deleteAll(who, meant));
            case Choice.Some(List<Long> ids) -> {
                BulkActs.Removed removed = acts.delete(who, ChoiceWire.sound(ids));
                yield ResponseEntity.ok(new DeletedView(
                        Long.toString(removed.deletion()),
                        removed.ids().size(),
                        items(Objects.requireNonNull(request.ids()), ids, removed)));
            }
        };
    }

    private static List<DeletedItem> items(List<@Nullable String> written, List<Long> ids, BulkActs.Removed removed) {
        List<DeletedItem> items = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            items.add(new DeletedItem(written.get(i), removed.ids().contains(ids.get(i)) ? "deleted" : "not_found"));
        }
        return items;
    }

    @PostMapping("/move")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Copy people into a group, move them from one to another, or take them out of one",
            description = "Chosen ones at once, which can be taken back for an hour; all that match as a job.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MovedView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> move(@AuthenticationPrincipal Who who, @RequestBody MoveRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Choice choice = choices.read(who.account(), request.ids(), request.filter(), request.all(), errors);
        GroupId from = group(who, request.from(), "/from", errors);
        GroupId to = group(who, request.to(), "/to", errors);
        if (from == null && to == null && errors.isEmpty()) {
            errors.add(new FieldError("/to", "empty", null));
        }
        if (from != null && from.equals(to)) {
            errors.add(new FieldError("/to", "duplicate", null));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        BulkActs.Way way = new BulkActs.Way(from, to);
        return switch (choice) {
            case Choice.Matching(Meant meant) ->
                acts.moveAll(who, way, meant).map(BulkActDoor::started).orElseGet(refusals::notFound);
            case Choice.Some(List<Long> ids) ->
                acts.move(who, way, ChoiceWire.sound(ids))
                        .<ResponseEntity<Object>>map(
                                moved -> ResponseEntity.ok(new MovedView(moved.people(), Long.toString(moved.undo()))))
                        .orElseGet(refusals::notFound);
        };
    }

    @PostMapping("/moves/{number}/undo")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Take a move of chosen contacts back", description = "Once, within an hour.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> undo(@AuthenticationPrincipal Who who, @PathVariable String number) {
        return Ids.read(number, Long::valueOf).filter(it -> acts.undo(who, it)).isPresent()
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    /** A group made by hand; none where none is written, or it is told what is wrong. */
    private @Nullable GroupId group(Who who, @Nullable String written, String at, List<FieldError> errors) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        Optional<Group> group = Ids.read(written, GroupId::new).flatMap(id -> contacts.group(who.account(), id));
        if (group.isEmpty() || group.get().living()) {
            errors.add(new FieldError(at, group.isEmpty() ? "unknown_group" : "segment", null));
            return null;
        }
        return group.get().id();
    }

    static ResponseEntity<Object> started(JobId job) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Started(job.toString()));
    }
}
