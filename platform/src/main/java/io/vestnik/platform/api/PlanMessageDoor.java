package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.CampaignWire.DraftRequest;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.PlanMessages;
import io.vestnik.platform.plans.PlanMessages.Message;
import io.vestnik.platform.shell.ProblemType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a plan sends, which stays as it was taken until somebody takes the draft anew. */
@RestController
@RequestMapping("/api/v1/plans/{id}/message")
@Tag(name = "Plans")
class PlanMessageDoor {
    private final PlanMessages messages;
    private final Refusals refusals;

    PlanMessageDoor(PlanMessages messages, Refusals refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    /**
     * What a plan sends.
     *
     * @param message as its campaign was written when it was taken; absent where nothing was
     * @param version of the campaign's draft as it stands now; absent where it is gone
     * @param changed whether that draft says something else by now
     */
    record PlanMessageView(
            @Nullable DraftRequest message, @Nullable Integer version, boolean changed) {}

    /** Takes the draft of this version, as it was read. */
    record TakeRequest(@Nullable Integer version) {}

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "Ask what a plan sends, and whether its campaign says something else by now")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanMessageView.class)))
    ResponseEntity<Object> message(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(message -> ResponseEntity.<Object>ok(view(message)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Have a plan send its campaign's draft as it stands now",
            description = "The version is that of the draft, as it was read.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanMessageView.class)))
    ResponseEntity<Object> take(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody TakeRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        Optional<Message> now = find(who, id);
        if (now.isEmpty()) {
            return refusals.notFound();
        }
        Integer version = request.version();
        if (version == null) {
            return refusals.invalid(List.of(new FieldError("/version", "empty", null)));
        }
        boolean taken = Ids.read(id, PlanId::new)
                .filter(plan -> messages.take(who, plan, version))
                .isPresent();
        return taken
                ? message(who, id)
                : refusals.with(ProblemType.STALE, "current", now.get().version());
    }

    private Optional<Message> find(Who who, String id) {
        return Ids.read(id, PlanId::new).flatMap(plan -> messages.of(who.account(), plan));
    }

    private static PlanMessageView view(Message message) {
        return new PlanMessageView(
                message.sent() == null ? null : DraftWire.written(message.sent()),
                message.version() == 0 ? null : message.version(),
                message.changed());
    }
}
