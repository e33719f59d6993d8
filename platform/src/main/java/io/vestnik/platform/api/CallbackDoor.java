package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.Callbacks;
import io.vestnik.platform.webhooks.Callbacks.Line;
import io.vestnik.platform.webhooks.Callbacks.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal of callbacks: what was told, what waits, and telling one again. */
@RestController
@RequestMapping("/api/v1/webhooks/journal")
@Tag(name = "Webhooks")
class CallbackDoor {
    private final Callbacks callbacks;
    private final Refusals refusals;

    CallbackDoor(Callbacks callbacks, Refusals refusals) {
        this.callbacks = callbacks;
        this.refusals = refusals;
    }

    /**
     * A callback.
     *
     * @param webhook its id, also where there is none any more
     * @param event its id as requests carry it in webhook-id
     * @param about the message, or the inbound message; absent for what has become of the account
     * @param state taken, given_up, gone (answered 410, or switched off meanwhile) or waiting
     * @param at when it ended; of one that waits, when it is due
     * @param answer the status of the last answer
     * @param failure why there was no answer, such as timeout
     * @param reply how the last answer began
     * @param request what was sent, with numbers and words masked and without signatures; absent in lists
     * @param again whether it may be told again; absent in lists
     */
    record CallbackView(
            String id,
            String webhook,
            String url,
            String type,
            String event,
            @Nullable String about,
            String state,
            Instant at,
            int tries,
            @Nullable Integer answer,
            @Nullable Integer millis,
            @Nullable String failure,
            @Nullable String reply,
            @Nullable String request,
            @Nullable Boolean again) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record CallbackPage(List<CallbackView> items, @Nullable String next) {}

    @GetMapping
    @PreAuthorize("hasAuthority('webhooks:view')")
    @Operation(
            summary = "List callbacks, the newest first",
            description = "What was told in the last two weeks, and what waits to be told.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallbackPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "Only those of this webhook") @RequestParam(required = false) @Nullable
                    String webhook,
            @Parameter(description = "taken, given_up, gone or waiting") @RequestParam(required = false) @Nullable
                    String state,
            @Parameter(description = "Only those about this message") @RequestParam(required = false) @Nullable
                    String message,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, Long::valueOf).isPresent(), limit, Pages.MOST, errors);
        Optional<Long> ofWebhook = Ids.read(webhook, Long::valueOf);
        if (webhook != null && ofWebhook.isEmpty()) {
            errors.add(new FieldError("/webhook", "not_an_id", null));
        }
        Optional<Long> about =
                message == null ? Optional.empty() : Ids.message(message).map(MessageId::value);
        if (message != null && about.isEmpty()) {
            errors.add(new FieldError("/message", "not_an_id", null));
        }
        Optional<CallbackState> inState = Arrays.stream(CallbackState.values())
                .filter(it -> it.code().equals(state))
                .findFirst();
        if (state != null && inState.isEmpty()) {
            errors.add(new FieldError("/state", "unknown", null));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Wanted wanted = new Wanted(ofWebhook.orElse(null), inState.orElse(null), about.orElse(null));
        Slice<Line> page = callbacks.list(who.account(), wanted, cursor, limit);
        return ResponseEntity.ok(new CallbackPage(
                page.items().stream().map(line -> view(line, null)).toList(), page.next()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:view')")
    @Operation(summary = "Ask for a callback with what was sent and answered")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CallbackView.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Long> callback = Ids.read(id, Long::valueOf);
        Optional<Callbacks.Request> request = callback.flatMap(it -> callbacks.request(who.account(), it));
        return callback.flatMap(it -> callbacks.find(who.account(), it))
                .map(line -> ResponseEntity.<Object>ok(view(line, request.orElse(null))))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/{id}/resend")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    @Operation(
            summary = "Tell one callback again",
            description = "As a new line of the journal, with the same event; what waits is told anyway.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> resend(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Line> line = Ids.read(id, Long::valueOf).flatMap(it -> callbacks.find(who.account(), it));
        if (line.isEmpty()) {
            return refusals.notFound();
        }
        return callbacks.resend(who, line.get().id())
                ? ResponseEntity.noContent().build()
                : refusals.with(
                        ProblemType.WRONG_STATE, "state", line.get().state().code());
    }

    private static CallbackView view(Line line, Callbacks.@Nullable Request request) {
        return new CallbackView(
                Long.toString(line.id()),
                Long.toString(line.endpoint()),
                line.url(),
                line.type(),
                line.event(),
                line.about() == 0 ? null : Long.toString(line.about()),
                line.state().code(),
                line.at(),
                line.tries(),
                line.answer(),
                line.millis(),
                line.failure(),
                line.reply(),
                request == null ? null : request.text(),
                request == null ? null : request.again());
    }
}
