package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoActions;
import io.vestnik.platform.promo.PromoActions.Kept;
import io.vestnik.platform.promo.PromoActions.Outline;
import io.vestnik.platform.promo.PromoActions.Saved;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promo actions made and changed. */
@RestController
@RequestMapping("/api/v1/promo/actions")
@Tag(name = "Promo codes")
class PromoActionDoor {
    private static final int USUAL_LENGTH = 8;
    private static final long USUAL_MOST = 100_000;
    private static final int USUAL_DAYS = 30;

    /** What fields are called here, where it is otherwise than within. */
    private static final Map<String, String> POINTERS = Map.of(
            "remindDays", "/reminder/days",
            "remindHour", "/reminder/hour",
            "remindText", "/reminder/text",
            "until", "/good_until",
            "days", "/good_days");

    private final PromoActions actions;
    private final Refusals refusals;

    PromoActionDoor(PromoActions actions, Refusals refusals) {
        this.actions = actions;
        this.refusals = refusals;
    }

    /**
     * What is said of an action.
     *
     * @param name 1 to 60 characters; stays as it was first
     * @param source made (usual) or loaded; stays as it was first, like alphabet and length
     * @param alphabet clear (usual: signs that nobody takes for one another), digits or letters
     * @param length of codes; 8 unless said
     * @param most how many codes may be made; 100,000 unless said
     * @param from the first day on which codes are redeemed
     * @param to the last day on which codes are given
     * @param goodDays how many days after it was sent a code is good; 30 unless either is said
     * @param goodUntil the last day on which codes are good, instead
     * @param instruction what the cashier reads beside a good code, at most 500 characters
     * @param sender of the letters
     * @param text what is written to whoever joins; without it nobody may
     * @param sendAt when the first letter may leave
     * @param reminder what is written to whoever has not used their code
     * @param version that was read, where it is changed
     */
    record ActionRequest(
            @Nullable String name,
            @Nullable String source,
            @Nullable String alphabet,
            @Nullable Integer length,
            @Nullable Long most,
            @Nullable String from,
            @Nullable String to,
            @JsonProperty("good_days") @Nullable Integer goodDays,
            @JsonProperty("good_until") @Nullable String goodUntil,
            @Nullable String instruction,
            @Nullable String sender,
            @Nullable String text,
            @JsonProperty("send_at") @Nullable String sendAt,
            @Nullable ReminderBody reminder,
            @Nullable Integer version) {}

    /**
     * What is written to whoever has not used their code.
     *
     * @param days before the last day of a code
     * @param hour 0 to 23, by the account's clock
     */
    record ReminderBody(
            @Nullable Integer days,
            @Nullable Integer hour,
            @Nullable String text) {}

    /** An action as it was written. */
    record ActionTerms(
            String id,
            int version,
            String name,
            String source,
            String alphabet,
            int length,
            long most,
            LocalDate from,
            LocalDate to,
            @JsonProperty("good_days") @Nullable Integer goodDays,
            @JsonProperty("good_until") @Nullable LocalDate goodUntil,
            String instruction,
            String sender,
            String text,
            @JsonProperty("send_at") @Nullable Instant sendAt,
            @Nullable ReminderBody reminder) {
        static ActionTerms of(Kept kept) {
            Outline it = kept.outline();
            PromoActions.Reminder reminder = it.reminder();
            return new ActionTerms(
                    kept.id().toString(),
                    kept.version(),
                    it.name(),
                    it.source(),
                    it.alphabet(),
                    it.length(),
                    it.most(),
                    it.from(),
                    it.to(),
                    it.days(),
                    it.until(),
                    it.instruction(),
                    it.sender(),
                    it.text(),
                    it.sendAt(),
                    reminder == null ? null : new ReminderBody(reminder.days(), reminder.hour(), reminder.text()));
        }
    }

    @PostMapping
    @PreAuthorize("hasAuthority('promo:edit')")
    @Operation(
            summary = "Make an action",
            description = "One with a reminder is refused to a key with hours or limits.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ActionTerms.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Who who,
            @RequestBody ActionRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        return keep(request, use, outline -> saved(HttpStatus.CREATED, null, actions.create(who, outline)));
    }

    @GetMapping("/{id}/terms")
    @PreAuthorize("hasAuthority('promo:view')")
    @Operation(summary = "Ask what was said of an action")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionTerms.class)))
    ResponseEntity<Object> terms(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(it -> kept(HttpStatus.OK, it)).orElseGet(refusals::notFound);
    }

    @PutMapping("/{id}/terms")
    @PreAuthorize("hasAuthority('promo:edit')")
    @Operation(
            summary = "Write an action anew",
            description =
                    "Its name, and what its codes look like, stay as they were; the version is the one that was read,"
                            + " unless If-Match says so.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionTerms.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ActionRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        Optional<Kept> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        Kept now = there.get();
        if (!ETags.fits(ifMatch, ETags.of(now.version()))) {
            return refusals.changed(ETags.of(now.version()));
        }
        int version = ETags.version(ifMatch, now.version(), request.version());
        return keep(
                request,
                use,
                outline -> saved(HttpStatus.OK, ifMatch, actions.change(who, now.id(), version, outline)));
    }

    private ResponseEntity<Object> keep(
            ActionRequest request, @Nullable KeyUse use, Function<Outline, ResponseEntity<Object>> order) {
        if (request.reminder() != null
                && Objects.requireNonNullElse(use, KeyUse.FREE).bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<Outline> outline = outline(request, errors);
        return outline.isEmpty() || !errors.isEmpty() ? refusals.invalid(errors) : order.apply(outline.get());
    }

    private static Optional<Outline> outline(ActionRequest request, List<FieldError> errors) {
        LocalDate from = Moments.day("/from", request.from(), errors);
        LocalDate to = Moments.day("/to", request.to(), errors);
        LocalDate until = Moments.day("/good_until", request.goodUntil(), errors);
        Instant sendAt = Moments.read("/send_at", request.sendAt(), errors);
        if (errors.isEmpty() && (from == null || to == null)) {
            errors.add(new FieldError(from == null ? "/from" : "/to", "empty", null));
        }
        if (request.goodDays() != null && until != null) {
            errors.add(new FieldError("/good_until", "one_of", "good_days or good_until"));
        }
        Integer days = until != null ? null : Objects.requireNonNullElse(request.goodDays(), USUAL_DAYS);
        ReminderBody reminder = request.reminder();
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new Outline(
                        Objects.requireNonNullElse(request.name(), ""),
                        Objects.requireNonNullElse(request.source(), "made"),
                        Objects.requireNonNullElse(request.alphabet(), "clear"),
                        Objects.requireNonNullElse(request.length(), USUAL_LENGTH),
                        Objects.requireNonNullElse(request.most(), USUAL_MOST),
                        from,
                        to,
                        days,
                        until,
                        Objects.requireNonNullElse(request.instruction(), ""),
                        Objects.requireNonNullElse(request.sender(), ""),
                        Objects.requireNonNullElse(request.text(), ""),
                        sendAt,
                        reminder == null
                                ? null
                                : new PromoActions.Reminder(
                                        Objects.requireNonNullElse(reminder.days(), 0),
                                        Objects.requireNonNullElse(reminder.hour(), -1),
                                        Objects.requireNonNullElse(reminder.text(), ""))));
    }

    private ResponseEntity<Object> saved(HttpStatus status, @Nullable String ifMatch, Saved saved) {
        return switch (saved) {
            case Saved.Done(Kept action) -> kept(status, action);
            case Saved.Refused(List<PromoActions.Fault> faults) ->
                refusals.invalid(faults.stream()
                        .map(it -> new FieldError(
                                POINTERS.getOrDefault(it.field(), "/" + it.field()),
                                it.code(),
                                it.detail().isEmpty() ? null : it.detail()))
                        .toList());
            case Saved.Stale(Kept now) -> refusals.stale(ifMatch, now.version());
            case Saved.Gone() -> refusals.notFound();
        };
    }

    private static ResponseEntity<Object> kept(HttpStatus status, Kept action) {
        return ResponseEntity.status(status).eTag(ETags.of(action.version())).body(ActionTerms.of(action));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('promo:edit')")
    @Operation(summary = "Delete an action that was never used", description = "Within a day it can be taken back.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Kept> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        return actions.delete(who, there.get().id())
                ? ResponseEntity.noContent().build()
                : refusals.with(ProblemType.WRONG_STATE, "state", "used");
    }

    @PostMapping("/{id}/restore")
    @PreAuthorize("hasAuthority('promo:edit')")
    @Operation(
            summary = "Take back that an action was deleted",
            description = "Within a day, while no other has its name.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionTerms.class)))
    ResponseEntity<Object> restore(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, ActionId::new)
                .filter(it -> actions.restore(who, it))
                .flatMap(it -> actions.find(who.account(), it))
                .map(it -> kept(HttpStatus.OK, it))
                .orElseGet(refusals::notFound);
    }

    private Optional<Kept> find(Who who, String id) {
        return Ids.read(id, ActionId::new).flatMap(it -> actions.find(who.account(), it));
    }
}
