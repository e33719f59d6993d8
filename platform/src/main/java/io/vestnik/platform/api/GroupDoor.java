package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import io.vestnik.platform.contacts.Groups.Answer;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RestController;

/** Groups of contacts. */
@RestController
@RequestMapping("/api/v1/groups")
@Tag(name = "Groups")
class GroupDoor {
    private final Contacts contacts;
    private final Groups groups;
    private final Refusals refusals;

    GroupDoor(Contacts contacts, Groups groups, Refusals refusals) {
        this.contacts = contacts;
        this.groups = groups;
        this.refusals = refusals;
    }

    /** All groups of the account, which has 1,000 at most. */
    record GroupList(List<GroupView> items) {}

    /**
     * A group made by hand, or a segment.
     *
     * @param contacts how many are in it; of a segment as of when it was counted
     */
    record GroupView(
            String id,
            String name,
            long contacts,
            boolean segment,

            @JsonProperty("counted_at") @Nullable Instant countedAt) {}

    /** What a group is called; 1 to 100 characters. */
    record GroupRequest(@Nullable String name) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "List groups by name")
    GroupList list(@AuthenticationPrincipal Who who) {
        return new GroupList(
                contacts.groups(who.account()).stream().map(GroupDoor::view).toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:view')")
    @Operation(summary = "Ask for a group")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupView.class)))
    ResponseEntity<Object> group(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(group -> kept(HttpStatus.OK, group)).orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Make a group")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = GroupView.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody GroupRequest request) {
        return answer(HttpStatus.CREATED, groups.create(who.account(), name(request)));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(summary = "Give a group another name")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupView.class)))
    ResponseEntity<Object> rename(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody GroupRequest request) {
        Optional<Group> group = find(who, id);
        if (group.isEmpty()) {
            return refusals.notFound();
        }
        if (!ETags.fits(ifMatch, tag(group.get()))) {
            return refusals.changed(tag(group.get()));
        }
        String seen = ifMatch == null ? null : group.get().name();
        return answer(HttpStatus.OK, groups.rename(who.account(), group.get().id(), name(request), seen));
    }

    private static String name(GroupRequest request) {
        return Objects.requireNonNullElse(request.name(), "");
    }

    private ResponseEntity<Object> answer(HttpStatus status, Answer answer) {
        return switch (answer) {
            case Answer.Kept(Group group) -> kept(status, group);
            case Answer.Taken(Group group) ->
                refusals.with(ProblemType.ALREADY_THERE, "there", group.id().toString());
            case Answer.Stale(Group now) -> refusals.changed(tag(now));
            case Answer.BadName() ->
                refusals.invalid(List.of(new FieldError("/name", "out_of_range", "1 to 100 characters")));
            case Answer.TooMany() -> refusals.of(ProblemType.TOO_MANY);
            case Answer.Gone() -> refusals.notFound();
        };
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:edit')")
    @Operation(
            summary = "Delete a group, none of its people",
            description = "On the page of deleted groups it can be brought back for thirty days.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Group> group = find(who, id);
        if (group.isEmpty()) {
            return refusals.notFound();
        }
        if (!ETags.fits(ifMatch, tag(group.get()))) {
            return refusals.changed(tag(group.get()));
        }
        return groups.delete(who, group.get().id()) ? ResponseEntity.noContent().build() : refusals.notFound();
    }

    private Optional<Group> find(Who who, String id) {
        return Ids.read(id, GroupId::new).flatMap(group -> contacts.group(who.account(), group));
    }

    private static ResponseEntity<Object> kept(HttpStatus status, Group group) {
        return ResponseEntity.status(status).eTag(tag(group)).body(view(group));
    }

    /** What people change of a group is its name: who comes and goes is no change of it. */
    private static String tag(Group group) {
        return ETags.of(group.name());
    }

    static GroupView view(Group group) {
        return new GroupView(group.id().toString(), group.name(), group.contacts(), group.living(), group.countedAt());
    }
}
