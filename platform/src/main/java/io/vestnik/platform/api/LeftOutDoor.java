package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Audiences;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom a campaign does not write to, and why. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "Campaigns")
class LeftOutDoor {
    private final Campaigns campaigns;
    private final Audiences audiences;
    private final Refusals refusals;

    LeftOutDoor(Campaigns campaigns, Audiences audiences, Refusals refusals) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.refusals = refusals;
    }

    /** One who is not written to; {@code phone} is what was typed where that is no number. */
    record LeftOutView(String phone, String reason) {}

    /** A page; {@code next} is the cursor of the page behind it. */
    record LeftOutPage(List<LeftOutView> items, @Nullable String next) {}

    @GetMapping("/{id}/left-out")
    @PreAuthorize("hasAuthority('campaigns:report')")
    @Operation(summary = "List who is left out of the newest preview, by phone")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LeftOutPage.class)))
    ResponseEntity<Object> leftOut(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Optional<CampaignId> campaign = Ids.read(id, CampaignId::new)
                .filter(it -> campaigns.find(who.account(), it).isPresent());
        if (campaign.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, limit, errors);
        if (reason != null && !audiences.reasons().contains(reason)) {
            errors.add(new FieldError("/reason", "unknown", String.join(", ", new TreeSet<>(audiences.reasons()))));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Audiences.LeftOut> page = audiences.leftOut(who.account(), campaign.get(), reason, cursor, limit);
        return ResponseEntity.ok(
                new LeftOutPage(page.items().stream().map(LeftOutDoor::view).toList(), page.next()));
    }

    private static LeftOutView view(Audiences.LeftOut one) {
        boolean number = one.phone().chars().allMatch(c -> c >= '0' && c <= '9');
        return new LeftOutView(number ? "+" + one.phone() : one.phone(), one.reason());
    }
}
