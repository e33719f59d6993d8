package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.CampaignWire.CampaignView;
import io.vestnik.platform.api.CampaignWire.Kept;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Series;
import io.vestnik.platform.campaigns.Series.Answer;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.ProblemType;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns that follow one another. */
@RestController
@RequestMapping("/api/v1/campaigns/{id}/series")
@Tag(name = "Campaigns")
class SeriesDoor {
    private final Series series;
    private final Refusals refusals;

    SeriesDoor(Series series, Refusals refusals) {
        this.series = series;
        this.refusals = refusals;
    }

    /** A series from the first on; one campaign alone where it is in none. */
    record SeriesView(List<CampaignView> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "List the campaigns that follow one another, beside this one")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeriesView.class)))
    ResponseEntity<Object> series(@AuthenticationPrincipal Who who, @PathVariable String id) {
        List<Campaign> found = Ids.read(id, CampaignId::new)
                .map(campaign -> series.of(who.account(), campaign))
                .orElse(List.of());
        return found.isEmpty()
                ? refusals.notFound()
                : ResponseEntity.ok(
                        new SeriesView(found.stream().map(CampaignWire::view).toList()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(
            summary = "Begin the next of a series",
            description =
                    "A draft for the people of the last one, as long after it as that came after the one before (a week"
                            + " after the first); its text is yet to be written. 50 at most.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Kept.class)))
    ResponseEntity<Object> follow(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, CampaignId::new)
                .map(campaign -> switch (series.follow(who, campaign)) {
                    case Answer.Made(CampaignId draft) ->
                        ResponseEntity.status(HttpStatus.CREATED).<Object>body(new Kept(draft.toString(), 1, "draft"));
                    case Answer.TooMany() -> refusals.of(ProblemType.TOO_MANY);
                    case Answer.NotFound() -> refusals.notFound();
                })
                .orElseGet(refusals::notFound);
    }
}
