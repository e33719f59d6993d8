package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.ContactDoor.Started;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.CampaignTables;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The messages of a campaign as a table to take away. */
@RestController
@Tag(name = "Campaigns")
class CampaignTableDoor {
    private static final String DIGITS = "\\+?[0-9]{1,15}";

    private final Campaigns campaigns;
    private final CampaignTables tables;
    private final Refusals refusals;

    CampaignTableDoor(Campaigns campaigns, CampaignTables tables, Refusals refusals) {
        this.campaigns = campaigns;
        this.tables = tables;
        this.refusals = refusals;
    }

    /**
     * Which messages of the campaign, and as what.
     *
     * @param format xlsx (usual), xls or csv
     * @param state those in this state now
     * @param recipient those to numbers that begin so
     */
    record TableRequest(
            @Nullable String format,
            @Nullable String state,
            @Nullable String recipient) {}

    @PostMapping("/api/v1/campaigns/{id}/exports")
    @PreAuthorize("hasAuthority('campaigns:report')")
    @Operation(
            summary = "Write the messages of a campaign into a table",
            description = "The job's result has the file, which GET /files/{id} hands out for thirty days.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> start(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody TableRequest request) {
        Optional<CampaignId> campaign = Ids.read(id, CampaignId::new)
                .filter(it -> campaigns.find(who.account(), it).isPresent());
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        String format = Objects.requireNonNullElse(request.format(), "xlsx");
        if (!CampaignTables.FORMATS.contains(format)) {
            errors.add(new FieldError("/format", "unknown", String.join(", ", CampaignTables.FORMATS)));
        }
        Optional<MessageState> state = Arrays.stream(MessageState.values())
                .filter(it -> it.code().equals(request.state()))
                .findFirst();
        if (request.state() != null && state.isEmpty()) {
            errors.add(new FieldError("/state", "unknown", null));
        }
        String recipient = request.recipient();
        if (recipient != null && !recipient.matches(DIGITS)) {
            errors.add(new FieldError("/recipient", "bad_recipient", null));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        MessageFilter which = new MessageFilter(
                campaign.get(), state.orElse(null), recipient == null ? null : recipient.replace("+", ""), List.of());
        return tables.start(who, campaign.get(), format, which)
                .map(BulkActDoor::started)
                .orElseGet(() -> refusals.of(ProblemType.NOT_STARTED));
    }
}
