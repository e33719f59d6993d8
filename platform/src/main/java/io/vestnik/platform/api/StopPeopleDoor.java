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
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.contacts.StopScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Contacts onto the stop-list. */
@RestController
@Tag(name = "Stop-list")
class StopPeopleDoor {
    private final BulkActs acts;
    private final ChoiceWire choices;
    private final Refusals refusals;

    StopPeopleDoor(BulkActs acts, ChoiceWire choices, Refusals refusals) {
        this.acts = acts;
        this.choices = choices;
        this.refusals = refusals;
    }

    /**
     * Which contacts, one of the first three, and what is stopped.
     *
     * @param ids 1 to 10,000, done at once
     * @param filter all that match, as a job
     * @param all true for everybody, as a job
     * @param scope everything (usual), channel or sender
     * @param channel with the scope channel: sms, viber…
     * @param sender with the scope sender: the name, at most 30 characters
     * @param reason at most 200 characters
     */
    record StopPeopleRequest(
            @Nullable List<@Nullable String> ids,
            @Nullable FilterBody filter,
            @Nullable Boolean all,
            @Nullable String scope,
            @Nullable String channel,
            @Nullable String sender,
            @Nullable String reason) {}

    @PostMapping("/api/v1/stops/contacts")
    @PreAuthorize("hasAuthority('contacts:stops-edit') and hasAuthority('contacts:view')")
    @Operation(
            summary = "Put contacts on the stop-list",
            description = "They stay contacts. Chosen ones at once; all that match as a job.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StopDoor.Added.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> stop(@AuthenticationPrincipal Who who, @RequestBody StopPeopleRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Choice choice = choices.read(who.account(), request.ids(), request.filter(), request.all(), errors);
        Optional<StopScope> scope = StopDoor.scope(request.scope(), request.channel(), request.sender(), errors);
        String reason = StopDoor.reason(request.reason(), errors);
        if (!errors.isEmpty() || scope.isEmpty()) {
            return refusals.invalid(errors);
        }
        return switch (choice) {
            case Choice.Matching(Meant meant) -> BulkActDoor.started(acts.stopAll(who, meant, scope.get(), reason));
            case Choice.Some(List<Long> ids) -> {
                BulkActs.Stopped done = acts.stop(who, ChoiceWire.sound(ids), scope.get(), reason);
                yield ResponseEntity.ok(
                        new StopDoor.Added(Math.toIntExact(done.added()), Math.toIntExact(done.known())));
            }
        };
    }
}
