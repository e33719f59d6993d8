package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Registration;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.Sender.Terms;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderNames.Answer;
import io.vestnik.platform.shell.ProblemType;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The names that messages come from. */
@RestController
@RequestMapping("/api/v1/senders")
@Tag(name = "Senders")
class SenderDoor {
    private final SenderNames senders;
    private final Refusals refusals;

    SenderDoor(SenderNames senders, Refusals refusals) {
        this.senders = senders;
        this.refusals = refusals;
    }

    /**
     * The name that is asked for: 3 to 11 Latin letters, digits and signs, or 3 to 15 digits.
     *
     * @param comment for whoever answers, at most 500 characters
     * @param operators as of a sender
     * @param registrations as of a sender
     */
    record SenderRequest(
            @Nullable String name,
            @Nullable String comment,
            @Nullable List<String> operators,
            @Nullable List<String> registrations) {}

    /** What is said of a sender from now on; what is left out stays as it is. */
    record SenderChange(
            @Nullable String comment,
            @Nullable List<String> operators,
            @Nullable List<String> registrations) {}

    /**
     * A name.
     *
     * @param state requested (it waits for an answer), unconfirmed (a number that waits for its code), approved or refused
     * @param answer words beside the answer, such as why it was refused
     * @param operators the codes of the networks at which it may be used; all where none is named
     * @param registrations with which operators it is wished registered, such as tele2, or mts_step where that is paid for
     */
    record SenderView(
            String id,
            String name,
            String state,
            String answer,
            String comment,
            List<String> operators,
            List<String> registrations,

            @JsonProperty("requested_at") Instant requestedAt,

            @JsonProperty("answered_at") @Nullable Instant answeredAt) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record SenderPage(List<SenderView> items, @Nullable String next) {}

    @GetMapping
    @PreAuthorize("hasAuthority('senders:view')")
    @Operation(summary = "List senders, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, value -> value).isPresent(), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Sender> page = senders.list(who.account(), "", cursor, limit);
        return ResponseEntity.ok(
                new SenderPage(page.items().stream().map(SenderDoor::view).toList(), page.next()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('senders:view')")
    @Operation(summary = "Ask where a sender stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    ResponseEntity<Object> sender(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(sender -> answer(HttpStatus.OK, sender)).orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(
            summary = "Ask for a sender",
            description =
                    "It is approved at once, unless an account above wants to answer. A phone number of 7 digits or"
                            + " more is confirmed by a code first.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SenderView.class)))
    ResponseEntity<Object> request(@AuthenticationPrincipal Who who, @RequestBody SenderRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Terms terms = terms(Terms.NONE, request.comment(), request.operators(), request.registrations(), errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        String name = Objects.requireNonNullElse(request.name(), "").strip();
        return answer(HttpStatus.CREATED, senders.request(who, name, terms));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(
            summary = "Say something else of a sender",
            description =
                    "What is left out stays as it is. One that was refused waits for an answer again, and so does one"
                            + " that was answered for and is to be used at more networks.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SenderChange change) {
        Optional<Sender> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        Sender sender = there.get();
        if (!ETags.fits(ifMatch, tag(sender))) {
            return refusals.changed(tag(sender));
        }
        List<FieldError> errors = new ArrayList<>();
        Terms terms = terms(sender.terms(), change.comment(), change.operators(), change.registrations(), errors);
        return errors.isEmpty()
                ? answer(HttpStatus.OK, senders.change(who, sender.id(), sender.version(), terms))
                : refusals.invalid(errors);
    }

    private static Terms terms(
            Terms before,
            @Nullable String comment,
            @Nullable List<String> operators,
            @Nullable List<String> registrations,
            List<FieldError> errors) {
        List<Registration> wished = new ArrayList<>();
        List<String> codes = Objects.requireNonNullElse(registrations, List.of());
        for (int i = 0; i < codes.size(); i++) {
            Optional<Registration> one = Registration.of(codes.get(i));
            one.ifPresent(wished::add);
            if (one.isEmpty()) {
                errors.add(new FieldError("/registrations/" + i, "unknown", null));
            }
        }
        return new Terms(
                comment == null ? before.comment() : comment.strip(),
                operators == null ? before.operators() : Listed.present(operators, "/operators/", errors),
                registrations == null ? before.registrations() : wished);
    }

    private ResponseEntity<Object> answer(HttpStatus status, Answer answer) {
        return switch (answer) {
            case Answer.Kept(Sender sender) -> answer(status, sender);
            case Answer.There(Sender sender) ->
                refusals.with(ProblemType.ALREADY_THERE, "there", Long.toString(sender.id()));
            case Answer.Stale(Sender now) -> refusals.changed(tag(now));
            case Answer.Gone() -> refusals.notFound();
            case Answer.Refused(String field, String code, String _)
            when field.equals("name") && code.equals("many") -> refusals.of(ProblemType.TOO_MANY);
            case Answer.Refused(String field, String code, String detail) ->
                refusals.invalid(List.of(new FieldError("/" + field, problem(code), detail.isEmpty() ? null : detail)));
        };
    }

    private static String problem(String code) {
        return switch (code) {
            case "character" -> "bad_characters";
            case "unknown" -> code;
            default -> "too_" + code;
        };
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(
            summary = "Give a sender up",
            description = "Nothing can be sent under it any more. Its papers go with it.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Sender> sender = find(who, id);
        if (sender.isPresent() && !ETags.fits(ifMatch, tag(sender.get()))) {
            return refusals.changed(tag(sender.get()));
        }
        return sender.isPresent() && senders.delete(who, sender.get().id())
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    private Optional<Sender> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> senders.find(who.account(), number));
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Sender sender) {
        return ResponseEntity.status(status).eTag(tag(sender)).body(view(sender));
    }

    /** With its state: an answer from above changes a sender too. */
    private static String tag(Sender sender) {
        return ETags.of(sender.version() + " " + sender.state().code() + " " + sender.answer());
    }

    static SenderView view(Sender sender) {
        return new SenderView(
                Long.toString(sender.id()),
                sender.name(),
                sender.state().code(),
                sender.answer(),
                sender.terms().comment(),
                sender.terms().operators(),
                sender.terms().registrations().stream().map(Registration::code).toList(),
                sender.requestedAt(),
                sender.answeredAt());
    }
}
