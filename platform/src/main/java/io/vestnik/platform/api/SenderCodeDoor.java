package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderCodes;
import io.vestnik.platform.senders.SenderCodes.Checked;
import io.vestnik.platform.senders.SenderCodes.Sent;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.shell.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes by which numbers that are senders are confirmed. */
@RestController
@RequestMapping("/api/v1/senders/{id}")
@PreAuthorize("hasAuthority('senders:request')")
@Tag(name = "Senders")
class SenderCodeDoor {
    private final SenderNames senders;
    private final SenderCodes codes;
    private final Refusals refusals;

    SenderCodeDoor(SenderNames senders, SenderCodes codes, Refusals refusals) {
        this.senders = senders;
        this.codes = codes;
        this.refusals = refusals;
    }

    /**
     * How the message looks.
     *
     * @param from an approved sender; none for the usual one of the account
     * @param site named in the text, at most 40 characters
     */
    record CodeWish(@Nullable String from, @Nullable String site) {}

    /** A code is on its way; from this moment on it is good no more. */
    record CodeSent(Instant until) {}

    /** The code that came with the message. */
    record CodeBrought(@Nullable String code) {}

    @PostMapping("/code")
    @Operation(
            summary = "Send a code to a number that is to be a sender",
            description =
                    "In a message of the account, at its usual price; its text is shown nowhere. Once a minute, 20"
                            + " times a day, to one number 10 times a day whoever sends them.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = CodeSent.class)))
    ResponseEntity<Object> send(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use,
            @RequestBody CodeWish wish,
            Locale locale) {
        Optional<Sender> sender = find(who, id);
        if (sender.isEmpty()) {
            return refusals.notFound();
        }
        if (sender.get().state() != SenderState.UNCONFIRMED) {
            return notWaiting(sender.get());
        }
        SenderCodes.Wish wished = new SenderCodes.Wish(
                wish.from(), Objects.requireNonNullElse(wish.site(), "").strip(), locale);
        return switch (codes.send(who, sender.get().id(), wished, Objects.requireNonNullElse(use, KeyUse.FREE))) {
            case Sent.On(Instant until) ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(new CodeSent(until));
            case Sent.Gone() -> refusals.notFound();
            case Sent.NotWaiting(Sender now) -> notWaiting(now);
            case Sent.TooMany(Duration pause) -> {
                ResponseEntity<Object> tooMany = refusals.of(ProblemType.TOO_MANY_CODES);
                yield ResponseEntity.status(tooMany.getStatusCode())
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(pause.plusSeconds(1).toSeconds()))
                        .body(tooMany.getBody());
            }
            case Sent.OfKey(KeyRefusal refusal) -> refusals.of(refusal);
            case Sent.Refused(String reason) -> refused(reason);
        };
    }

    private ResponseEntity<Object> refused(String reason) {
        return switch (reason) {
            case "no_money" -> refusals.of(ProblemType.NO_MONEY);
            case "account_closed" -> refusals.of(ProblemType.ACCOUNT_CLOSED);
            case "busy" -> refusals.of(ProblemType.BUSY);
            case "site" -> refusals.invalid(List.of(new FieldError("/site", "too_long", null)));
            case "no_sender", "sender_not_allowed" ->
                refusals.invalid(List.of(new FieldError("/from", "sender_not_allowed", null)));
            default -> refusals.invalid(List.of(new FieldError("", reason, null)));
        };
    }

    @PostMapping("/confirm")
    @Operation(summary = "Confirm a number by its code", description = "A code may be tried five times.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SenderDoor.SenderView.class)))
    ResponseEntity<Object> confirm(
            @AuthenticationPrincipal Who who, @PathVariable String id, @RequestBody CodeBrought brought) {
        Optional<Sender> sender = find(who, id);
        if (sender.isEmpty()) {
            return refusals.notFound();
        }
        String code = Objects.requireNonNullElse(brought.code(), "").strip();
        return switch (codes.check(who, sender.get().id(), code)) {
            case Checked.Confirmed(Sender now) -> ResponseEntity.ok(SenderDoor.view(now));
            case Checked.Gone() -> refusals.notFound();
            case Checked.NotWaiting(Sender now) -> notWaiting(now);
            case Checked.Wrong(int left) -> refusals.with(ProblemType.WRONG_CODE, "left", left);
            case Checked.Over() -> refusals.of(ProblemType.NO_CODE);
        };
    }

    private ResponseEntity<Object> notWaiting(Sender sender) {
        return refusals.with(ProblemType.WRONG_STATE, "state", sender.state().code());
    }

    private Optional<Sender> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> senders.find(who.account(), number));
    }
}
