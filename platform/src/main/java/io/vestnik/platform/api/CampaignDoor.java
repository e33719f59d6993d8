package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.CampaignWire.CampaignView;
import io.vestnik.platform.api.CampaignWire.DraftRequest;
import io.vestnik.platform.api.CampaignWire.FreezingView;
import io.vestnik.platform.api.CampaignWire.Kept;
import io.vestnik.platform.api.CampaignWire.PreviewRequest;
import io.vestnik.platform.api.CampaignWire.PreviewView;
import io.vestnik.platform.api.CampaignWire.StartedView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.TimingWire.SpeedRequest;
import io.vestnik.platform.campaigns.Audiences;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** One text to many: draft, preview, confirm, watch. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns")
class CampaignDoor {
    private final Campaigns campaigns;
    private final Audiences audiences;
    private final SendingRules rules;
    private final Refusals refusals;

    CampaignDoor(Campaigns campaigns, Audiences audiences, SendingRules rules, Refusals refusals) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.rules = rules;
        this.refusals = refusals;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(summary = "Keep a draft")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Kept.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody DraftRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Draft draft = CampaignWire.draft(request, rules.of(who.account()), errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        return switch (campaigns.save(who, null, 0, draft)) {
            case Saved.Kept kept ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Kept(kept.id().toString(), kept.version(), "draft"));
            case Saved.Refused(List<Fault> faults) -> refusals.invalid(CampaignWire.errors(faults));
            case Saved.Stale _, Saved.NotFound _ -> throw new IllegalStateException("A new draft has no past");
        };
    }

    @PostMapping("/{id}/preview")
    @PreAuthorize("hasAuthority('campaigns:edit')")
    @Operation(
            summary = "Freeze the audience",
            description = "In the background: ask for the preview until it is there. It may be confirmed for 24 hours.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = FreezingView.class)))
    ResponseEntity<Object> preview(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<CampaignId> campaign = Ids.read(id, CampaignId::new);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        return switch (campaigns.preview(who, campaign.get())) {
            case Saved.Kept _ ->
                ResponseEntity.accepted()
                        .body(new FreezingView(audiences
                                .job(who.account(), campaign.get())
                                .orElseThrow()
                                .toString()));
            case Saved.Refused(List<Fault> faults)
            when faults.stream().anyMatch(fault -> fault.code().equals("already_started")) ->
                refusals.of(ProblemType.ALREADY_STARTED);
            case Saved.Refused(List<Fault> faults) -> refusals.invalid(CampaignWire.errors(faults));
            case Saved.NotFound _ -> refusals.notFound();
            case Saved.Stale _ -> throw new IllegalStateException("A preview changes no draft");
        };
    }

    @GetMapping("/{id}/preview")
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "Ask what the frozen audience costs and reads")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PreviewView.class)))
    ResponseEntity<Object> previewed(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Campaign> campaign = find(who, id);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        return campaigns
                .previewed(who.account(), campaign.get().id())
                .map(preview -> ResponseEntity.<Object>ok(CampaignWire.view(preview)))
                .orElseGet(() -> notReady(campaign.get()));
    }

    private ResponseEntity<Object> notReady(Campaign campaign) {
        return campaign.trouble() == null
                ? refusals.of(ProblemType.PREVIEW_NOT_READY)
                : refusals.with(ProblemType.PREVIEW_FAILED, "trouble", campaign.trouble());
    }

    @PostMapping("/{id}/confirm")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Send exactly what was previewed",
            description = "Asked again for the same preview it changes nothing and answers the same.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StartedView.class)))
    ResponseEntity<Object> confirm(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody PreviewRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        Optional<Campaign> campaign = find(who, id);
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        if (request.preview() == null) {
            return refusals.invalid(List.of(new FieldError("/preview", "empty", null)));
        }
        try (KeyUse.Reservation reserved = reserved(use, campaign.get(), request.preview())) {
            Optional<KeyRefusal> refusal = reserved.refusal();
            return refusal.isPresent()
                    ? refusals.of(refusal.get())
                    : confirmed(who, campaign.get(), request.preview(), reserved);
        }
    }

    /** Only what is sent counts against the key. */
    private ResponseEntity<Object> confirmed(Who who, Campaign campaign, int preview, KeyUse.Reservation reserved) {
        return switch (campaigns.confirm(who, campaign.id(), preview)) {
            case Confirmation.Started started -> {
                reserved.spend();
                yield ResponseEntity.ok(new StartedView(
                        started.id().toString(),
                        campaigns
                                .find(who.account(), campaign.id())
                                .map(it -> it.state().code())
                                .orElse("running"),
                        started.at()));
            }
            case Confirmation.NoMoney noMoney ->
                refusals.of(ProblemType.NO_MONEY, "Needed " + noMoney.needed() + ", available " + noMoney.available());
            case Confirmation.AwaitsApproval(Instant since) ->
                refusals.with(ProblemType.APPROVAL_REQUIRED, "asked_at", since);
            case Confirmation.Outdated outdated -> refusals.with(ProblemType.OUTDATED, "current", outdated.current());
            case Confirmation.Refused(List<Fault> faults) -> refusals.invalid(CampaignWire.errors(faults));
            case Confirmation.NotFound _ -> refusals.notFound();
        };
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "Ask where a campaign stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> campaign(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(campaign -> ResponseEntity.<Object>ok(CampaignWire.view(campaign)))
                .orElseGet(refusals::notFound);
    }

    /** Asks the key for everybody of the preview; of a campaign that goes already nothing more is sent. */
    private KeyUse.Reservation reserved(@Nullable KeyUse use, Campaign campaign, int preview) {
        return use == null || campaign.confirmedAt() != null
                ? KeyUse.Reservation.without(Optional.empty())
                : campaigns
                        .previewed(campaign.account(), campaign.id())
                        .filter(it -> it.number() == preview && it.recipients() > 0)
                        .map(it -> use.reserve(Math.toIntExact(it.recipients()), false))
                        .orElseGet(() -> KeyUse.Reservation.without(Optional.empty()));
    }

    @PostMapping("/{id}/pause")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Stop sending for a while")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> pause(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return steer(who, id, campaigns::pause);
    }

    @PostMapping("/{id}/resume")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Go on sending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> resume(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        return within(use).orElseGet(() -> steer(who, id, campaigns::resume));
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Cancel what has not left yet", description = "Its money is given back.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> cancel(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return steer(who, id, campaigns::cancel);
    }

    @PostMapping("/{id}/speed")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Go on at another speed",
            description = "At most so many messages an hour; without a number as fast as it goes.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignView.class)))
    ResponseEntity<Object> speed(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody SpeedRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (request.perHour() != null && request.perHour() < 1) {
            return refusals.invalid(List.of(new FieldError("/per_hour", "out_of_range", null)));
        }
        return within(use)
                .orElseGet(
                        () -> steer(who, id, (asker, campaign) -> campaigns.speed(asker, campaign, request.spread())));
    }

    /** The refusal of a key that may not send at this hour: nor may it have others go on, or go faster. */
    private Optional<ResponseEntity<Object>> within(@Nullable KeyUse use) {
        return use == null ? Optional.empty() : use.outsideHours().map(refusals::of);
    }

    private ResponseEntity<Object> steer(Who who, String id, BiPredicate<Who, CampaignId> order) {
        Optional<Campaign> before = find(who, id);
        if (before.isEmpty()) {
            return refusals.notFound();
        }
        boolean done = order.test(who, before.get().id());
        return done
                ? campaign(who, id)
                : refusals.with(
                        ProblemType.WRONG_STATE, "state", before.get().state().code());
    }

    private Optional<Campaign> find(Who who, String id) {
        return Ids.read(id, CampaignId::new).flatMap(campaign -> campaigns.find(who.account(), campaign));
    }
}
