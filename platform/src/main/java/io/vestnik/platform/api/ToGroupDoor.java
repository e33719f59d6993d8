package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.ToGroup;
import io.vestnik.platform.campaigns.Whom;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Gathering;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
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

/** Whom a campaign was sent to, into a group. */
@RestController
@Tag(name = "Campaigns")
class ToGroupDoor {
    private final Campaigns campaigns;
    private final ToGroup toGroup;
    private final Contacts contacts;
    private final Refusals refusals;

    ToGroupDoor(Campaigns campaigns, ToGroup toGroup, Contacts contacts, Refusals refusals) {
        this.campaigns = campaigns;
        this.toGroup = toGroup;
        this.contacts = contacts;
        this.refusals = refusals;
    }

    /**
     * What is asked for.
     *
     * @param whom {@code delivered}, {@code not_delivered}, {@code clicked}, {@code not_clicked}, or {@code state-} and a state
     * @param group the id of a group that was made by hand
     * @param newcomers whether those who are no contacts become contacts; true where it is left out
     * @param fromOthers whether they leave every other group
     */
    record ToGroupRequest(
            @Nullable String whom,
            @Nullable String group,
            @Nullable Boolean newcomers,
            @JsonProperty("from_others") @Nullable Boolean fromOthers) {}

    /** The job; ask for it under {@code /api/v1/jobs/{id}}. */
    record Filling(String job) {}

    @PostMapping("/api/v1/campaigns/{id}/to-group")
    @PreAuthorize("hasAuthority('campaigns:report') and hasAuthority('contacts:edit')")
    @Operation(
            summary = "Put recipients into a group",
            description = "By what came of their messages, as it stands now, in the background.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Filling.class)))
    ResponseEntity<Object> start(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody ToGroupRequest request) {
        Optional<CampaignId> campaign = Ids.read(id, CampaignId::new)
                .filter(it -> campaigns.find(who.account(), it).isPresent());
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<Whom> whom = Whom.ofCode(Objects.requireNonNullElse(request.whom(), ""));
        if (whom.isEmpty()) {
            errors.add(new FieldError("/whom", "unknown", null));
        }
        Optional<Group> group = Ids.read(Objects.requireNonNullElse(request.group(), ""), GroupId::new)
                .flatMap(it -> contacts.group(who.account(), it))
                .filter(it -> !it.living());
        if (group.isEmpty()) {
            errors.add(new FieldError("/group", "not_found", null));
        }
        if (whom.isEmpty() || group.isEmpty()) {
            return refusals.invalid(errors);
        }
        Gathering.Order order = new Gathering.Order(
                group.get().id(),
                !Boolean.FALSE.equals(request.newcomers()),
                Boolean.TRUE.equals(request.fromOthers()));
        Optional<JobId> job = toGroup.start(who, campaign.get(), whom.get(), order);
        return job.<ResponseEntity<Object>>map(
                        it -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Filling(it.toString())))
                .orElseGet(() -> refusals.of(ProblemType.NOT_STARTED));
    }
}
