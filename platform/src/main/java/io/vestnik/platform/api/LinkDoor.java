package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Followed;
import io.vestnik.platform.links.Links.Visit;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.pipeline.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came of short links. */
@RestController
@Tag(name = "Links")
class LinkDoor {
    private final Links links;
    private final Campaigns campaigns;
    private final Pipeline pipeline;
    private final Refusals refusals;

    LinkDoor(Links links, Campaigns campaigns, Pipeline pipeline, Refusals refusals) {
        this.links = links;
        this.campaigns = campaigns;
        this.pipeline = pipeline;
        this.refusals = refusals;
    }

    /** The links of a campaign, in the order in which they stand in its text. */
    record LinkList(List<LinkView> items) {}

    /**
     * A link of a campaign.
     *
     * @param address where it leads; absent for the page of unsubscribing
     * @param people how many recipients followed theirs; of those, and of clicks, robots are no part
     * @param devices clicks by phone, tablet and desktop
     * @param robots how often robots and previews asked
     */
    record LinkView(
            @Nullable String address,
            long people,
            long clicks,
            Map<String, Long> devices,
            long robots,

            @JsonProperty("expires_at") Instant expiresAt) {}

    /** The links of a message that were followed, by the time of the first click. */
    record VisitList(List<VisitView> items) {}

    /**
     * A link of a message that was followed.
     *
     * @param address where it leads; absent for the page of unsubscribing
     * @param device of the first click: phone, tablet or desktop
     */
    record VisitView(
            @Nullable String address,
            int clicks,
            String device,
            @JsonProperty("first_at") Instant firstAt,
            @JsonProperty("last_at") Instant lastAt) {}

    @GetMapping("/api/v1/campaigns/{id}/links")
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "Ask who followed the links of a campaign")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkList.class)))
    ResponseEntity<Object> ofCampaign(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, CampaignId::new)
                .flatMap(campaign -> campaigns.find(who.account(), campaign))
                .map(campaign -> links.followed(who.account(), campaign.id()))
                .map(all -> ResponseEntity.<Object>ok(
                        new LinkList(all.stream().map(LinkDoor::view).toList())))
                .orElseGet(refusals::notFound);
    }

    private static LinkView view(Followed link) {
        Map<String, Long> devices = new TreeMap<>();
        link.devices().forEach(it -> devices.put(it.device().code(), it.clicks()));
        return new LinkView(
                address(link.target()), link.people(), link.clicks(), devices, link.robots(), link.expiresAt());
    }

    @GetMapping("/api/v1/messages/{id}/links")
    @PreAuthorize("hasAuthority('messages:view')")
    @Operation(summary = "Ask which links of a message its recipient followed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VisitList.class)))
    ResponseEntity<Object> ofMessage(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.message(id)
                .flatMap(message -> pipeline.find(who.account(), message))
                .map(message -> links.visits(who.account(), message.id()))
                .map(all -> ResponseEntity.<Object>ok(
                        new VisitList(all.stream().map(LinkDoor::view).toList())))
                .orElseGet(refusals::notFound);
    }

    private static VisitView view(Visit visit) {
        return new VisitView(
                address(visit.target()), visit.clicks(), visit.device().code(), visit.firstAt(), visit.lastAt());
    }

    private static @Nullable String address(Target target) {
        return switch (target) {
            case Target.Page(String address) -> address;
            case Target.Unsubscribe() -> null;
        };
    }
}
