package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom programs want told of messages. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhookDoor {
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
     * @param form standard (usual): Standard Webhooks; smsc: fields and signatures as programs made for SMSC read them
     * @param events final (usual): the last state of a message; every: each state; none
     * @param marks whether it is told of clicks and unsubscribes too; usually not
     * @param inbound whether it is told of what people write; usually so
     * @param senders whether it is told of answers about sender names; usually not
     * @param balanceBelow told once each time the balance falls below it, such as 500.00
     * @param batch how many events one request may carry, 1 (usual) to 100
     * @param waitMillis for how long an event waits until so many have gathered, 0 (usual) to 10000
     * @param version with a change: the one that was read
     */
    record WebhookRequest(
            @Nullable String url,
            @Nullable String form,
            @Nullable String events,
            @Nullable Boolean marks,
            @Nullable Boolean inbound,
            @Nullable Boolean senders,
            @JsonProperty("balance_below") @Nullable String balanceBelow,
            @Nullable Integer batch,
            @JsonProperty("wait_ms") @Nullable Integer waitMillis,
            @Nullable Integer version) {}

    /**
     * A webhook.
     *
     * @param url absent for the one that signs for addresses in messages
     * @param state on, off, paused (it failed for a day) or gone (it answered 410)
     * @param oldSecrets those before that sign still, the newest first
     * @param secret only in the answer that made it
     */
    record WebhookView(
            String id,
            @Nullable String url,
            String form,
            String events,
            boolean marks,
            boolean inbound,
            boolean senders,

            @JsonProperty("balance_below") @Nullable String balanceBelow,

            int batch,

            @JsonProperty("wait_ms") int waitMillis,

            String state,

            @JsonProperty("created_at") Instant createdAt,

            @JsonProperty("failing_since") @Nullable Instant failingSince,

            @JsonProperty("last_failure") @Nullable String lastFailure,

            @JsonProperty("old_secrets") List<OldSecretView> oldSecrets,

            int version,

            @Nullable String secret) {}

    /**
     * A secret that was replaced.
     *
     * @param until until when it signs beside the new one
     */
    record OldSecretView(String id, Instant until) {}

    /**
     * What is to be told again.
     *
     * @param from of what ended since then
     * @param until and before then; usually now
     * @param all also what was taken; usually only what was given up
     */
    record AgainRequest(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Boolean all) {}

    /** How many events go again. */
    record AgainView(int events) {}

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
        List<FieldError> errors = new ArrayList<>();
        Webhooks.Draft draft = draft(request, errors);
        return errors.isEmpty() ? answer(who, webhooks.create(who, draft), true) : refusals.invalid(errors);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Change a webhook",
            description =
                    "All of it is written anew, the secret and the state apart; the version is the one that was read.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WebhookView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody WebhookRequest request) {
        Optional<Endpoint> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Webhooks.Draft draft = draft(request, errors);
        int version = Objects.requireNonNullElse(request.version(), 0);
        return errors.isEmpty()
                ? answer(who, webhooks.change(who, there.get().id(), version, draft), false)
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

    /** What is written; what cannot be read of it is among the errors. */
    private static Webhooks.Draft draft(WebhookRequest request, List<FieldError> errors) {
        Optional<EndpointForm> form =
                EndpointForm.ofCode(Objects.requireNonNullElse(request.form(), EndpointForm.STANDARD.code()));
        if (form.isEmpty()) {
            errors.add(new FieldError("/form", "unknown", "standard or smsc"));
        }
        Optional<Hears.States> states =
                Hears.States.ofCode(Objects.requireNonNullElse(request.events(), Hears.States.FINAL.code()));
        if (states.isEmpty()) {
            errors.add(new FieldError("/events", "unknown", "final, every or none"));
        }
        String below = request.balanceBelow();
        boolean amount = below != null && below.matches("[0-9]{1,10}(\\.[0-9]{1,4})?");
        if (below != null && !amount) {
            errors.add(new FieldError("/balance_below", "bad_amount", null));
        }
        return new Webhooks.Draft(
                Objects.requireNonNullElse(request.url(), ""),
                form.orElse(EndpointForm.STANDARD),
                new Hears(
                        states.orElse(Hears.States.FINAL),
                        Boolean.TRUE.equals(request.marks()),
                        !Boolean.FALSE.equals(request.inbound()),
                        Boolean.TRUE.equals(request.senders()),
                        below != null && amount ? Money.of(below) : null),
                Objects.requireNonNullElse(request.batch(), 1),
                Objects.requireNonNullElse(request.waitMillis(), 0));
    }

    private ResponseEntity<Object> answer(Who who, Saved saved, boolean made) {
        return switch (saved) {
            case Saved.Kept(Endpoint endpoint) ->
                now(who, endpoint.id(), made ? HttpStatus.CREATED : HttpStatus.OK, made);
            case Saved.Refused(String field, String code) ->
                refusals.invalid(List.of(new FieldError("/" + field, code, null)));
            case Saved.Stale(Endpoint current) -> refusals.with(ProblemType.STALE, "current", current.version());
            case Saved.NotFound _ -> refusals.notFound();
        };
    }

    /** How it stands now. */
    private ResponseEntity<Object> now(Who who, long id, HttpStatus status, boolean withSecret) {
        String secret = withSecret ? webhooks.secret(who.account(), id).orElse(null) : null;
        return webhooks.find(who.account(), id)
                .map(endpoint -> ResponseEntity.status(status).<Object>body(view(endpoint, secret)))
                .orElseGet(refusals::notFound);
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
        Hears hears = endpoint.hears();
        return new WebhookView(
                Long.toString(endpoint.id()),
                endpoint.url(),
                endpoint.form().code(),
                hears.states().code(),
                hears.marks(),
                hears.inbound(),
                hears.senders(),
                hears.balanceBelow() == null ? null : hears.balanceBelow().toString(),
                endpoint.batch(),
                endpoint.waitMillis(),
                endpoint.state().code(),
                endpoint.createdAt(),
                endpoint.failingSince(),
                endpoint.failingSince() == null ? null : endpoint.lastFailure(),
                endpoint.oldSecrets().stream()
                        .map(old -> new OldSecretView(Long.toString(old.id()), old.until()))
                        .toList(),
                endpoint.version(),
                secret);
    }
}
