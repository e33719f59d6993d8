package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.SendingWire.SendingRequest;
import io.vestnik.platform.api.SendingWire.SendingView;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.SendingSettings.Answer;
import io.vestnik.platform.pipeline.SendingSettings.Settings;
import io.vestnik.platform.pipeline.SendingSettings.Wish;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the account sends where nothing else is said. */
@RestController
@RequestMapping("/api/v1/sending")
@PreAuthorize("hasAuthority('messages:settle')")
@Tag(name = "Settings")
class SendingDoor {
    private final SendingSettings settings;
    private final SendingRules rules;
    private final Refusals refusals;

    SendingDoor(SendingSettings settings, SendingRules rules, Refusals refusals) {
        this.settings = settings;
        this.rules = rules;
        this.refusals = refusals;
    }

    @GetMapping
    @Operation(
            summary = "Ask how the account sends where nothing else is said",
            description = "Its own settings, or those that are handed down to it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SendingView.class)))
    ResponseEntity<Object> settled(@AuthenticationPrincipal Who who) {
        Settings now = settings.of(who.account());
        return ResponseEntity.ok()
                .eTag(SendingWire.tag(now))
                .body(SendingWire.view(now, rules.opens(who.account()).orElse(null)));
    }

    @PatchMapping
    @Operation(
            summary = "Settle how the account sends",
            description =
                    "What the request does not name stays; what was handed down is the account's own from then on.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SendingView.class)))
    ResponseEntity<Object> settle(
            @AuthenticationPrincipal Who who,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SendingRequest request) {
        Settings seen = settings.of(who.account());
        if (!ETags.fits(ifMatch, SendingWire.tag(seen))) {
            return refusals.changed(SendingWire.tag(seen));
        }
        List<FieldError> errors = new ArrayList<>();
        if (Boolean.TRUE.equals(request.handDown()) && !settings.mayHandDown(who.account())) {
            errors.add(new FieldError("/hand_down", "not_below", null));
        }
        Wish wish = SendingWire.wish(request, seen, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        return switch (settings.settle(who, seen.version(), wish)) {
            case Answer.Kept _ -> settled(who);
            case Answer.Stale _ -> refusals.changed(SendingWire.tag(settings.of(who.account())));
            case Answer.Refused(List<SendingSettings.Fault> faults) ->
                refusals.invalid(faults.stream().map(SendingWire::error).toList());
        };
    }

    @DeleteMapping
    @Operation(
            summary = "Settle nothing",
            description =
                    "From then on the account goes by what is handed down to it, or as everybody; its zone stays.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> forget(
            @AuthenticationPrincipal Who who,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Settings seen = settings.of(who.account());
        String tag = SendingWire.tag(seen);
        if (!ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        boolean gone = !seen.own() || settings.forget(who, seen.version()) instanceof Answer.Kept;
        return gone
                ? ResponseEntity.noContent().build()
                : refusals.changed(SendingWire.tag(settings.of(who.account())));
    }
}
