package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.WebhookWire.AgainRequest;
import io.vestnik.platform.api.WebhookWire.AgainView;
import io.vestnik.platform.api.WebhookWire.ProbeView;
import io.vestnik.platform.api.WebhookWire.WebhookList;
import io.vestnik.platform.api.WebhookWire.WebhookRequest;
import io.vestnik.platform.api.WebhookWire.WebhookView;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.webhooks.Callbacks;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom programs want told of messages. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookDoor {
    private final Webhooks webhooks;
    private final Callbacks callbacks;
    private final Refusals refusals;

    WebhookDoor(Webhooks webhooks, Callbacks callbacks, Refusals refusals) {
        this.webhooks = webhooks;
        this.callbacks = callbacks;
        this.refusals = refusals;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('webhooks:view')")
    @Operation(summary = "List webhooks")
    WebhookList list(@AuthenticationPrincipal Who who) {
        return new WebhookList(webhooks.list(who.account()).stream()
                .map(endpoint -> WebhookWire.view(endpoint, null))
                .toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:view')")
    @Operation(summary = "Ask how a webhook stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(endpoint -> ResponseEntity.ok()
                        .eTag(WebhookWire.tag(endpoint))
                        .<Object>body(WebhookWire.view(endpoint, null)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Add a webhook",
            description = "The answer carries the secret that its requests are signed with (Standard Webhooks).")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody WebhookRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Webhooks.Draft draft = WebhookWire.draft(request, errors);
        return errors.isEmpty() ? answer(who, webhooks.create(who, draft), true, null) : refusals.invalid(errors);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Change a webhook",
            description =
                    "All of it is written anew, the secret and the state apart; the version is the one that was read, unless If-Match says so.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WebhookRequest request) {
        Optional<Endpoint> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        String tag = WebhookWire.tag(there.get());
        if (!ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        List<FieldError> errors = new ArrayList<>();
        Webhooks.Draft draft = WebhookWire.draft(request, errors);
        int version = ETags.version(ifMatch, there.get().version(), request.version());
        return errors.isEmpty()
                ? answer(who, webhooks.change(who, there.get().id(), version, draft), false, ifMatch)
                : refusals.invalid(errors);
    }

    @PostMapping("/{id}/secret")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Give a webhook a new secret",
            description =
                    "The answer carries it. For a day the one before signs too; in the form smsc the oldest that still signs does so alone.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> rotate(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Endpoint> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        return switch (webhooks.rotate(who, there.get().id())) {
            case DONE -> now(who, there.get().id(), HttpStatus.OK, true);
            case TOO_MANY -> refusals.of(ProblemType.TOO_MANY);
            case NOT_FOUND -> refusals.notFound();
        };
    }

    @DeleteMapping("/{id}/secrets/{secret}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "End a secret of a webhook that was replaced",
            description = "It signs no more from now on, though its day is not over.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> endSecret(
            @AuthenticationPrincipal Who who, @PathVariable String id, @PathVariable String secret) {
        Optional<Endpoint> endpoint = find(who, id);
        Optional<Long> ended = Ids.read(secret, Long::valueOf);
        return endpoint.isPresent()
                        && ended.isPresent()
                        && webhooks.endSecret(who, endpoint.get().id(), ended.get())
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    @PostMapping("/{id}/on")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(summary = "Switch a webhook on", description = "As after a pause, once its receiver is mended.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> on(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return switched(who, id, true);
    }

    @PostMapping("/{id}/off")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(summary = "Switch a webhook off", description = "What waits for it is dropped.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> off(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return switched(who, id, false);
    }

    @PostMapping("/messages")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Ask for the webhook that stands for addresses in messages",
            description =
                    "It is made where no message has brought an address yet. The answer carries the secret that such requests are signed with.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> forMessages(@AuthenticationPrincipal Who who) {
        return now(who, webhooks.forMessages(who.account()), HttpStatus.OK, true);
    }

    @PostMapping("/{id}/test")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Try a webhook out",
            description = "It is sent an event test, and its answer is waited for, 20 seconds at most.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProbeView.class)))
    ResponseEntity<Object> tryOut(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .flatMap(endpoint -> callbacks.tryOut(who, endpoint.id()))
                .map(tried -> ResponseEntity.<Object>ok(WebhookWire.view(tried)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/{id}/resend")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Tell a webhook again",
            description = "What ended in a time of the last two weeks, at most 10,000 events at once.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AgainView.class)))
    ResponseEntity<Object> resend(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody AgainRequest request) {
        Optional<Endpoint> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        if (request.from() == null) {
            return refusals.invalid(List.of(new FieldError("/from", "empty", null)));
        }
        Instant until = Objects.requireNonNullElse(request.until(), Instant.MAX);
        Webhooks.Again again = new Webhooks.Again(request.from(), until, Boolean.TRUE.equals(request.all()));
        return ResponseEntity.ok(new AgainView(webhooks.resend(who, there.get().id(), again)));
    }

    private ResponseEntity<Object> switched(Who who, String id, boolean on) {
        Optional<Endpoint> there = find(who, id);
        return there.isPresent() && webhooks.switchTo(who, there.get().id(), on)
                ? now(who, there.get().id(), HttpStatus.OK, false)
                : refusals.notFound();
    }

    private ResponseEntity<Object> answer(Who who, Saved saved, boolean made, @Nullable String ifMatch) {
        return switch (saved) {
            case Saved.Kept(Endpoint endpoint) ->
                now(who, endpoint.id(), made ? HttpStatus.CREATED : HttpStatus.OK, made);
            case Saved.Refused(String field, String code) ->
                refusals.invalid(List.of(new FieldError("/" + field, code, null)));
            case Saved.Stale(Endpoint current) ->
                ifMatch == null
                        ? refusals.with(ProblemType.STALE, "current", current.version())
                        : refusals.changed(WebhookWire.tag(current));
            case Saved.NotFound _ -> refusals.notFound();
        };
    }

    /** How it stands now. */
    private ResponseEntity<Object> now(Who who, long id, HttpStatus status, boolean withSecret) {
        String secret = withSecret ? webhooks.secret(who.account(), id).orElse(null) : null;
        return webhooks.find(who.account(), id)
                .map(endpoint -> ResponseEntity.status(status)
                        .eTag(WebhookWire.tag(endpoint))
                        .<Object>body(WebhookWire.view(endpoint, secret)))
                .orElseGet(refusals::notFound);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(summary = "Remove a webhook", description = "What waits for it is dropped.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Endpoint> endpoint = find(who, id);
        String tag = endpoint.map(WebhookWire::tag).orElse("");
        if (endpoint.isPresent() && !ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        return endpoint.isPresent() && webhooks.delete(who, endpoint.get().id())
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    private Optional<Endpoint> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> webhooks.find(who.account(), number));
    }
}
