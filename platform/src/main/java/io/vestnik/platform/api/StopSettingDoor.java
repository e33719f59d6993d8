package io.vestnik.platform.api;

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
import io.vestnik.platform.contacts.StopSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole groups as stop-lists, and what an unsubscribe stops. */
@RestController
@RequestMapping("/api/v1/stops/settings")
@Tag(name = "Stop-list")
class StopSettingDoor {
    private static final String EVERYTHING = "everything";
    private static final String SENDER = "sender";
    private static final int MOST_GROUPS = 1_000;

    private final StopSettings settings;
    private final Contacts contacts;
    private final Refusals refusals;

    StopSettingDoor(StopSettings settings, Contacts contacts, Refusals refusals) {
        this.settings = settings;
        this.contacts = contacts;
        this.refusals = refusals;
    }

    /**
     * How the account stops.
     *
     * @param groups ids of groups made by hand to whose people nothing is sent
     * @param unsubscribe what an unsubscribe stops: everything, or the sender that it answered
     */
    record StopSettingView(List<String> groups, String unsubscribe) {}

    /**
     * How the account is to stop; what is left out stays.
     *
     * @param groups ids of all groups that are stop-lists afterwards
     * @param unsubscribe everything or sender
     */
    record StopSettingRequest(
            @Nullable List<@Nullable String> groups,
            @Nullable String unsubscribe) {}

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:stops') and hasAuthority('contacts:view')")
    @Operation(summary = "Ask which groups are stop-lists, and what an unsubscribe stops")
    StopSettingView show(@AuthenticationPrincipal Who who) {
        return new StopSettingView(
                settings.groups(who.account()).stream().map(GroupId::toString).toList(),
                settings.unsubscribesEverything(who.account()) ? EVERYTHING : SENDER);
    }

    @PutMapping
    @PreAuthorize("hasAuthority('contacts:stops-edit') and hasAuthority('contacts:view')")
    @Operation(summary = "Say which groups are stop-lists, and what an unsubscribe stops")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StopSettingView.class)))
    ResponseEntity<Object> change(@AuthenticationPrincipal Who who, @RequestBody StopSettingRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Set<GroupId>> wanted = Optional.ofNullable(request.groups()).map(it -> groups(who, it, errors));
        String unsubscribe = request.unsubscribe();
        if (unsubscribe != null && !unsubscribe.equals(EVERYTHING) && !unsubscribe.equals(SENDER)) {
            errors.add(new FieldError("/unsubscribe", "unknown", "everything or sender"));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        wanted.ifPresent(groups -> mark(who, groups));
        if (unsubscribe != null && unsubscribe.equals(EVERYTHING) != settings.unsubscribesEverything(who.account())) {
            settings.setUnsubscribe(who, unsubscribe.equals(EVERYTHING));
        }
        return ResponseEntity.ok(show(who));
    }

    private void mark(Who who, Set<GroupId> wanted) {
        Set<GroupId> now = new HashSet<>(settings.groups(who.account()));
        now.stream().filter(group -> !wanted.contains(group)).forEach(group -> settings.mark(who, group, false));
        wanted.stream().filter(group -> !now.contains(group)).forEach(group -> settings.mark(who, group, true));
    }

    private Set<GroupId> groups(Who who, List<@Nullable String> written, List<FieldError> errors) {
        if (written.size() > MOST_GROUPS) {
            errors.add(new FieldError("/groups", "too_many", Integer.toString(MOST_GROUPS)));
        }
        Set<GroupId> groups = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(written.size(), MOST_GROUPS); i++) {
            Optional<Group> group =
                    Ids.read(written.get(i), GroupId::new).flatMap(id -> contacts.group(who.account(), id));
            group.filter(it -> !it.living()).ifPresent(it -> groups.add(it.id()));
            if (group.isEmpty() || group.get().living()) {
                errors.add(new FieldError("/groups/" + i, group.isEmpty() ? "unknown_group" : "segment", null));
            }
        }
        return groups;
    }
}
