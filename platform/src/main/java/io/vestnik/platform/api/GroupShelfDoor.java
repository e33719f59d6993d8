package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.GroupDoor.GroupView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.GroupShelf;
import io.vestnik.platform.contacts.GroupShelf.Back;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups merged, brought back, and shown with fields of their own. */
@RestController
@RequestMapping("/api/v1/groups")
@Tag(name = "Groups")
class GroupShelfDoor {
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_FIELDS = 100;

    private final GroupShelf shelf;
    private final Contacts contacts;
    private final Refusals refusals;

    GroupShelfDoor(GroupShelf shelf, Contacts contacts, Refusals refusals) {
        this.shelf = shelf;
        this.contacts = contacts;
        this.refusals = refusals;
    }

    /**
     * Groups that become one.
     *
     * @param groups ids of those that go, 1 to 1,000, made by hand
     * @param into id of the one that stays
     */
    record MergeRequest(
            @Nullable List<@Nullable String> groups,
            @Nullable String into) {}

    /** Groups deleted within the last thirty days, the last deleted first. */
    record DeletedGroups(List<DeletedGroup> items) {}

    /**
     * A deleted group.
     *
     * @param contacts how many would be in it
     * @param by the name of who deleted it
     */
    record DeletedGroup(
            String id,
            String name,
            long contacts,

            @JsonProperty("deleted_at") Instant deletedAt,

            String by) {}

    /**
     * The fields that a group shows.
     *
     * @param fields what the group calls each, by key; empty for the name that the account has; none at all where it shows what the
     *     account shows
     */
    record GroupFields(@Nullable Map<String, @Nullable String> fields) {}

    @PostMapping("/merge")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Merge groups into one",
            description =
                    "People come into the one that stays; the others are deleted, and can be brought back for thirty"
                            + " days.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> merge(@AuthenticationPrincipal Who who, @RequestBody MergeRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<@Nullable String> written = Objects.requireNonNullElse(request.groups(), List.of());
        if (written.isEmpty() || written.size() > MOST_GROUPS) {
            errors.add(new FieldError("/groups", "out_of_range", "1 to " + MOST_GROUPS));
        }
        List<GroupId> groups = new ArrayList<>();
        for (int i = 0; i < Math.min(written.size(), MOST_GROUPS); i++) {
            handmade(who, written.get(i), "/groups/" + i, errors).ifPresent(groups::add);
        }
        Optional<GroupId> into = handmade(who, request.into(), "/into", errors);
        if (!errors.isEmpty() || into.isEmpty()) {
            return refusals.invalid(errors);
        }
        return shelf.merge(who, groups, into.get()).map(BulkActDoor::started).orElseGet(refusals::notFound);
    }

    private Optional<GroupId> handmade(Who who, @Nullable String written, String at, List<FieldError> errors) {
        Optional<Group> group = Ids.read(written, GroupId::new).flatMap(id -> contacts.group(who.account(), id));
        if (group.isEmpty() || group.get().living()) {
            errors.add(new FieldError(at, group.isEmpty() ? "unknown_group" : "segment", null));
        }
        return group.filter(it -> !it.living()).map(Group::id);
    }

    @GetMapping("/deleted")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List deleted groups, the last deleted first")
    DeletedGroups deleted(@AuthenticationPrincipal Who who) {
        return new DeletedGroups(shelf.deleted(who.account()).stream()
                .map(it -> new DeletedGroup(
                        it.group().id().toString(),
                        it.group().name(),
                        it.group().contacts(),
                        it.at(),
                        it.by()))
                .toList());
    }

    @PostMapping("/deleted/{id}/restore")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Bring a deleted group back",
            description =
                    "With those of its people who are contacts still. Where another has its name, it gets a number"
                            + " behind it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupView.class)))
    ResponseEntity<Object> restore(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<GroupId> group = Ids.read(id, GroupId::new);
        if (group.isEmpty()) {
            return refusals.notFound();
        }
        return switch (shelf.restore(who, group.get())) {
            case Back.Restored(Group restored) -> ResponseEntity.ok(GroupDoor.view(restored));
            case Back.TooMany() -> refusals.of(ProblemType.TOO_MANY);
            case Back.Gone() -> refusals.notFound();
        };
    }

    @DeleteMapping("/deleted/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Delete a deleted group for good")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> purge(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, GroupId::new)
                        .filter(group -> shelf.purge(who, group))
                        .isPresent()
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    @GetMapping("/{id}/fields")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Ask which fields a group shows")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupFields.class)))
    ResponseEntity<Object> fields(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(group -> set(who, group)).orElseGet(refusals::notFound);
    }

    private ResponseEntity<Object> set(Who who, Group group) {
        Map<String, @Nullable String> set = new TreeMap<>(shelf.fields(who.account(), group.id()));
        return ResponseEntity.ok(new GroupFields(set));
    }

    @PutMapping("/{id}/fields")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Say which fields a group shows, and what it calls them",
            description = "No fields at all take its own set away. What cannot be filled is passed over.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupFields.class)))
    ResponseEntity<Object> fields(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody GroupFields request) {
        Optional<Group> group = find(who, id);
        if (group.isEmpty()) {
            return refusals.notFound();
        }
        Map<String, String> set = new HashMap<>();
        Objects.requireNonNullElse(request.fields(), Map.<String, @Nullable String>of())
                .forEach((key, name) -> set.put(key, Objects.requireNonNullElse(name, "")));
        if (set.size() > MOST_FIELDS) {
            return refusals.invalid(List.of(new FieldError("/fields", "too_many", Integer.toString(MOST_FIELDS))));
        }
        return shelf.fields(who, group.get().id(), set)
                ? set(who, group.get())
                : refusals.invalid(List.of(new FieldError("/fields", "bad_value", "names of 1 to 40 characters")));
    }

    private Optional<Group> find(Who who, String id) {
        return Ids.read(id, GroupId::new).flatMap(group -> contacts.group(who.account(), group));
    }
}
