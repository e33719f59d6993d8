package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.TrialWire.ChoiceRequest;
import io.vestnik.platform.api.TrialWire.TrialView;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.ProblemType;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the texts of a campaign fare that tries several, and which one the rest gets. */
@RestController
@Tag(name = "Campaigns")
class TrialDoor {
    private final Trials trials;
    private final Refusals refusals;

    TrialDoor(Trials trials, Refusals refusals) {
        this.trials = trials;
        this.refusals = refusals;
    }

    @GetMapping("/api/v1/campaigns/{id}/trial")
    @PreAuthorize("hasAuthority('campaigns:report')")
    @Operation(summary = "Ask how texts fare")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialView.class)))
    ResponseEntity<Object> trial(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, CampaignId::new)
                .flatMap(campaign -> trials.report(who.account(), campaign))
                .map(report -> ResponseEntity.<Object>ok(TrialWire.view(report)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/api/v1/campaigns/{id}/trial")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Choose the text that the rest gets", description = "At once, whatever came of it so far.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrialView.class)))
    ResponseEntity<Object> choose(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody ChoiceRequest request) {
        Optional<CampaignId> campaign = Ids.read(id, CampaignId::new)
                .filter(it -> trials.report(who.account(), it).isPresent());
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        Optional<Integer> place = request.place();
        if (place.isEmpty()) {
            return refusals.invalid(List.of(new FieldError("/text", "unknown", "A to E")));
        }
        return trials.choose(who, campaign.get(), place.get())
                ? trial(who, id)
                : refusals.of(ProblemType.ALREADY_DECIDED);
    }
}
