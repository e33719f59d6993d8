package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom programs want told of messages. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookDoor {
    private static final String EVERY = "every";
    private static final String LAST = "final";

    private final Webhooks webhooks;
    private final Refusals refusals;

    WebhookDoor(Webhooks webhooks, Refusals refusals) {
        this.webhooks = webhooks;
        this.refusals = refusals;
    }

    /**
     * A new webhook.
     *
     * @param url http or https, at most 500 characters
     * @param events final (usual): the last state of a message; every: each state
     * @param marks whether it is told of clicks and unsubscribes too; usually not
     * @param batch how many events one request may carry, 1 (usual) to 100
     */
    record WebhookRequest(
            @Nullable String url,
            @Nullable String events,
            @Nullable Boolean marks,
            @Nullable Integer batch) {}

    /**
     * A webhook.
     *
     * @param url absent for the one that signs for addresses in messages
     * @param state on, off, paused (it failed for a day) or gone (it answered 410)
     * @param secret only in the answer that made it
     */
    record WebhookView(
            String id,
            @Nullable String url,
            String events,
            boolean marks,
            int batch,
            String state,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("failing_since") @Nullable Instant failingSince,

            @JsonProperty("last_failure") @Nullable String lastFailure,

            @Nullable String secret) {}

    /** All webhooks. */
    record WebhookList(List<WebhookView> items) {}

    @GetMapping
    @PreAuthorize("hasAuthority('webhooks:view')")
    @Operation(summary = "List webhooks")
    WebhookList list(@AuthenticationPrincipal Who who) {
        return new WebhookList(webhooks.list(who.account()).stream()
                .map(endpoint -> view(endpoint, null))
                .toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:view')")
    @Operation(summary = "Ask how a webhook stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(endpoint -> ResponseEntity.<Object>ok(view(endpoint, null)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Add a webhook",
            description = "The answer carries the secret that its requests are signed with (Standard Webhooks).")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> create(@AuthenticationPrincipal Who who, @RequestBody WebhookRequest request) {
        String events = Objects.requireNonNullElse(request.events(), LAST);
        if (!events.equals(EVERY) && !events.equals(LAST)) {
            return refusals.invalid(List.of(new FieldError("/events", "unknown", "final or every")));
        }
        Webhooks.Draft draft = new Webhooks.Draft(
                Objects.requireNonNullElse(request.url(), ""),
                events.equals(EVERY),
                Boolean.TRUE.equals(request.marks()),
                Objects.requireNonNullElse(request.batch(), 1));
        return switch (webhooks.create(who, draft)) {
            case Saved.Kept(Endpoint endpoint) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(view(
                                endpoint,
                                webhooks.secret(who.account(), endpoint.id()).orElse(null)));
            case Saved.Refused(String field, String code) ->
                refusals.invalid(List.of(new FieldError("/" + field, code, null)));
            case Saved.Stale _, Saved.NotFound _ -> refusals.notFound();
        };
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(summary = "Remove a webhook", description = "What waits for it is dropped.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Endpoint> endpoint = find(who, id);
        return endpoint.isPresent() && webhooks.delete(who, endpoint.get().id())
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    private Optional<Endpoint> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> webhooks.find(who.account(), number));
    }

    private static WebhookView view(Endpoint endpoint, @Nullable String secret) {
        return new WebhookView(
                Long.toString(endpoint.id()),
                endpoint.url(),
                endpoint.every() ? EVERY : LAST,
                endpoint.marks(),
                endpoint.batch(),
                endpoint.state().code(),
                endpoint.createdAt(),
                endpoint.failingSince(),
                endpoint.failingSince() == null ? null : endpoint.lastFailure(),
                secret);
    }
}
