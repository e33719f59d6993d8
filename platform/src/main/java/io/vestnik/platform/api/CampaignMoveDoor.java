package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.CampaignWire.CampaignView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Moves;
import io.vestnik.platform.campaigns.Moves.Moved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.ProblemType;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another time for a campaign that has not begun. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns")
class CampaignMoveDoor {
    private final Campaigns campaigns;
    private final Moves moves;
    private final Refusals refusals;

    CampaignMoveDoor(Campaigns campaigns, Moves moves, Refusals refusals) {
        this.campaigns = campaigns;
        this.moves = moves;
        this.refusals = refusals;
    }

    /** When it begins: a day and a time without a zone, by the clock that it was confirmed with. */
    record StartRequest(@JsonProperty("start_at") @Nullable String startAt) {
        @Nullable
        LocalDateTime start() {
            try {
                return startAt == null ? null : LocalDateTime.parse(startAt);
            } catch (DateTimeParseException e) {
                return null; // told where it stands
            }
        }
    }

    @PostMapping("/{id}/move")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Begin at another time",
            description = "Of a campaign of which nothing is queued yet; its money stays held.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> move(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody StartRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        Campaign before = find(who, id).orElse(null);
        if (before == null) {
            return refusals.notFound();
        }
        LocalDateTime start = request.start();
        if (start == null) {
            return refusals.invalid(
                    List.of(new FieldError("/start_at", "not_a_time", "A day and a time without a zone")));
        }
        Optional<KeyRefusal> outside = use == null ? Optional.empty() : use.outsideHours();
        if (outside.isPresent()) {
            return refusals.of(outside.get());
        }
        return switch (moves.move(who, before.id(), start)) {
            case Moved.To _ -> ResponseEntity.ok(CampaignWire.view(find(who, id).orElse(before)));
            case Moved.Refused(var faults) -> refusals.invalid(CampaignWire.errors(faults));
            case Moved.TooLate _ ->
                refusals.with(ProblemType.WRONG_STATE, "state", before.state().code());
            case Moved.NotFound _ -> refusals.notFound();
        };
    }

    private Optional<Campaign> find(Who who, String id) {
        return Ids.read(id, CampaignId::new).flatMap(campaign -> campaigns.find(who.account(), campaign));
    }
}
