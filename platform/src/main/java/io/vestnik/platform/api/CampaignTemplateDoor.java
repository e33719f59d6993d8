package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.TemplateDoor.TemplateView;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.campaigns.Templates.Answer;
import io.vestnik.platform.kernel.CampaignId;
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
import org.springframework.web.bind.annotation.RestController;

/** Campaigns kept as templates. */
@RestController
@Tag(name = "Campaigns")
class CampaignTemplateDoor {
    private final Campaigns campaigns;
    private final Templates templates;
    private final Refusals refusals;

    CampaignTemplateDoor(Campaigns campaigns, Templates templates, Refusals refusals) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.refusals = refusals;
    }

    /**
     * The template.
     *
     * @param name that of the campaign where it is left out
     * @param folder none where it is left out
     */
    record KeepRequest(@Nullable String name, @Nullable String folder) {}

    @PostMapping("/api/v1/campaigns/{id}/template")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(
            summary = "Keep a campaign as a template",
            description = "As it is written now, without the numbers that were typed.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    ResponseEntity<Object> keep(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody KeepRequest request) {
        Optional<Campaign> campaign = Ids.read(id, CampaignId::new).flatMap(it -> campaigns.find(who.account(), it));
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        Draft draft = campaign.get().draft();
        String name = Objects.requireNonNullElse(request.name(), draft.name());
        String folder = Objects.requireNonNullElse(request.folder(), "");
        return switch (templates.keep(who, null, 0, folder, draft.named(name))) {
            case Answer.Kept(long kept) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(TemplateDoor.view(
                                templates.find(who.account(), kept).orElseThrow()));
            case Answer.Refused(List<Fault> faults) ->
                refusals.invalid(
                        faults.stream().map(CampaignTemplateDoor::error).toList());
            case Answer.Stale _, Answer.NotFound _ -> throw new IllegalStateException("A new template has no past");
        };
    }

    private static FieldError error(Fault fault) {
        String at = fault.field().equals("template") ? "/folder" : "/" + fault.field();
        return new FieldError(at, fault.code(), fault.detail().isEmpty() ? null : fault.detail());
    }
}
