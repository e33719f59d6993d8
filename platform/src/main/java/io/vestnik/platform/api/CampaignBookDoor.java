package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.CampaignWire.CampaignPage;
import io.vestnik.platform.api.CampaignWire.CampaignView;
import io.vestnik.platform.api.CampaignWire.DraftRequest;
import io.vestnik.platform.api.CampaignWire.Kept;
import io.vestnik.platform.api.CampaignWire.KeptDraft;
import io.vestnik.platform.api.CampaignWire.WaitRequest;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns that are there: listed, read again, changed, repeated, put aside until they can be paid, deleted. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns")
class CampaignBookDoor {
    private static final int MOST = 100;

    private final Campaigns campaigns;
    private final Refusals refusals;

    CampaignBookDoor(Campaigns campaigns, Refusals refusals) {
        this.campaigns = campaigns;
        this.refusals = refusals;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(
            summary = "List campaigns, the newest first",
            description = "Those that wait for money have the state awaiting_payment.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "Letters of the name") @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "50") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Optional<CampaignState> inState = Optional.ofNullable(state).flatMap(CampaignBookDoor::state);
        if (state != null && inState.isEmpty()) {
            errors.add(new FieldError("/state", "unknown", null));
        }
        Pages.check(cursor, it -> Ids.read(it, CampaignId::new).isPresent(), limit, MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Campaign> page = campaigns.list(who.account(), new Listing(inState.orElse(null), search), cursor, limit);
        return ResponseEntity.ok(
                new CampaignPage(page.items().stream().map(CampaignWire::view).toList(), page.next()));
    }

    private static Optional<CampaignState> state(String code) {
        return Arrays.stream(CampaignState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    @GetMapping("/{id}/draft")
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "Ask what a campaign was written as")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeptDraft.class)))
    ResponseEntity<Object> draft(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(campaign -> ResponseEntity.ok()
                        .eTag(ETags.of(campaign.version()))
                        .<Object>body(new KeptDraft(campaign.version(), DraftWire.written(campaign.draft()))))
                .orElseGet(refusals::notFound);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(
            summary = "Change a draft",
            description =
                    "All of it is written anew; the version is the one that was read, unless If-Match says so. What was previewed before is gone.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Kept.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody KeptDraft request) {
        Optional<Campaign> campaign = find(who, id);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        int now = campaign.get().version();
        if (!ETags.fits(ifMatch, ETags.of(now))) {
            return refusals.changed(ETags.of(now));
        }
        DraftRequest written = request.draft();
        List<FieldError> errors = new ArrayList<>();
        if (written == null) {
            return refusals.invalid(List.of(new FieldError("/draft", "empty", null)));
        }
        // What is read and written back stays as it was: what it leaves out is meant to be left out.
        Draft draft = CampaignWire.draft(written, SendingTerms.USUAL, errors);
        return errors.isEmpty()
                ? kept(
                        campaigns.save(who, campaign.get().id(), ETags.version(ifMatch, now, request.version()), draft),
                        ifMatch)
                : refusals.invalid(CampaignWire.within(errors));
    }

    private ResponseEntity<Object> kept(Saved saved, @Nullable String ifMatch) {
        return switch (saved) {
            case Saved.Kept kept ->
                ResponseEntity.ok()
                        .eTag(ETags.of(kept.version()))
                        .body(new Kept(kept.id().toString(), kept.version(), "draft"));
            case Saved.Stale(Campaign current) -> refusals.stale(ifMatch, current.version());
            case Saved.Refused(List<Fault> faults)
            when faults.stream().anyMatch(fault -> fault.code().equals("already_started")) ->
                refusals.of(ProblemType.ALREADY_STARTED);
            case Saved.Refused(List<Fault> faults) ->
                refusals.invalid(CampaignWire.within(CampaignWire.errors(faults)));
            case Saved.NotFound _ -> refusals.notFound();
        };
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "Delete what was never confirmed")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Campaign> campaign = find(who, id);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        String tag = ETags.of(campaign.get().version());
        if (!ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        return campaigns.delete(who, campaign.get().id())
                ? ResponseEntity.noContent().build()
                : wrongState(campaign.get());
    }

    @PostMapping("/{id}/repeat")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "Keep a new draft that is written as this campaign was")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Kept.class)))
    ResponseEntity<Object> repeat(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Campaign> campaign = find(who, id);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        return switch (campaigns.save(who, null, 0, campaign.get().draft())) {
            case Saved.Kept kept ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Kept(kept.id().toString(), kept.version(), "draft"));
            case Saved.Refused(List<Fault> faults) -> refusals.invalid(CampaignWire.errors(faults));
            case Saved.Stale _, Saved.NotFound _ -> throw new IllegalStateException("A new draft has no past");
        };
    }

    @PostMapping("/{id}/await-payment")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Put a previewed campaign aside until there is money for it",
            description = "With by_itself it is confirmed by itself once there is enough, at the prices of that day;"
                    + " otherwise whoever asks for it confirms it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> awaitPayment(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody WaitRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        Optional<Campaign> campaign = find(who, id);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        if (request.preview() == null) {
            return refusals.invalid(List.of(new FieldError("/preview", "empty", null)));
        }
        boolean byItself = Boolean.TRUE.equals(request.byItself());
        if (byItself && use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        if (campaigns.awaitPayment(who, campaign.get().id(), request.preview(), byItself)) {
            return ResponseEntity.ok(CampaignWire.view(find(who, id).orElse(campaign.get())));
        }
        Campaign now = find(who, id).orElse(campaign.get());
        return now.state() == CampaignState.PREVIEWED && now.preview() != request.preview()
                ? refusals.with(ProblemType.OUTDATED, "current", now.preview())
                : wrongState(now);
    }

    private ResponseEntity<Object> wrongState(Campaign campaign) {
        return refusals.with(ProblemType.WRONG_STATE, "state", campaign.state().code());
    }

    private Optional<Campaign> find(Who who, String id) {
        return Ids.read(id, CampaignId::new).flatMap(campaign -> campaigns.find(who.account(), campaign));
    }
}
