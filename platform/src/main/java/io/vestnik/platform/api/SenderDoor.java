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
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderNames.Asked;
import io.vestnik.platform.senders.SenderNames.Name;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** The name that is asked for: 3 to 11 Latin letters, digits and signs, or 3 to 15 digits. */
    record SenderRequest(@Nullable String name) {}

    /**
     * A name.
     *
     * @param state requested, approved or refused
     * @param answer why it was refused
     * @param operators the codes of the networks at which it may be used; all where none is named
     */
    record SenderView(
            String id,
            String name,
            String state,
            String answer,
            List<String> operators,

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
        Slice<Name> page = senders.list(who.account(), cursor, limit);
        return ResponseEntity.ok(
                new SenderPage(page.items().stream().map(SenderDoor::view).toList(), page.next()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('senders:view')")
    @Operation(summary = "Ask where a sender stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    ResponseEntity<Object> sender(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(name -> ResponseEntity.<Object>ok(view(name))).orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(summary = "Ask for a sender")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SenderView.class)))
    ResponseEntity<Object> request(@AuthenticationPrincipal Who who, @RequestBody SenderRequest request) {
        return switch (senders.request(
                who, Objects.requireNonNullElse(request.name(), "").strip())) {
            case Asked.Kept(Name name) ->
                ResponseEntity.status(HttpStatus.CREATED).body(view(name));
            case Asked.There(Name name) -> refusals.with(ProblemType.ALREADY_THERE, "there", Long.toString(name.id()));
            case Asked.Refused(String code, String _) when code.equals("many") -> refusals.of(ProblemType.TOO_MANY);
            case Asked.Refused(String code, String detail) ->
                refusals.invalid(List.of(new FieldError("/name", problem(code), detail.isEmpty() ? null : detail)));
        };
    }

    private static String problem(String code) {
        return code.equals("character") ? "bad_characters" : "too_" + code;
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('senders:request')")
    @Operation(summary = "Give a sender up", description = "Nothing can be sent under it any more.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).filter(name -> senders.delete(who, name.id())).isPresent()
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    private Optional<Name> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(number -> senders.find(who.account(), number));
    }

    private static SenderView view(Name name) {
        return new SenderView(
                Long.toString(name.id()),
                name.name(),
                name.state(),
                name.answer(),
                name.operators(),
                name.requestedAt(),
                name.answeredAt());
    }
}
