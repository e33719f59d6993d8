package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Joins;
import io.vestnik.platform.promo.Joins.Joined;
import io.vestnik.platform.promo.Joins.Listed;
import io.vestnik.platform.shell.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Actions of promo codes, and joining them. */
@RestController
@RequestMapping("/api/v1/promo/actions")
@Tag(name = "Promo codes")
class PromoDoor {
    private final Joins joins;
    private final Phones phones;
    private final Refusals refusals;

    PromoDoor(Joins joins, Phones phones, Refusals refusals) {
        this.joins = joins;
        this.phones = phones;
        this.refusals = refusals;
    }

    /** All actions, the newest first. */
    record ActionList(List<ActionView> items) {}

    /**
     * An action.
     *
     * @param to the last day on which its codes are given
     * @param left how many codes may still be given
     * @param joinable whether it has a text for those who join
     * @param trouble why its letters wait: no_money, no_codes or bad_text
     */
    record ActionView(
            String id,
            String name,
            LocalDate from,
            LocalDate to,

            @JsonProperty("code_length") int codeLength,

            long given,
            long left,
            boolean joinable,
            @Nullable String trouble) {}

    /**
     * Who joins: numbers or a group.
     *
     * @param phones at most 1,000
     * @param group the id of a group or segment
     */
    record JoinRequest(
            @Nullable List<String> phones,
            @Nullable String phone,
            @Nullable String group) {}

    /** How many joined now, and how many had before. */
    record JoinedView(int added, int known) {}

    /** The job that has a group join. */
    record Started(String job) {}

    @GetMapping
    @PreAuthorize("hasAuthority('promo:view')")
    @Operation(summary = "List actions")
    ActionList list(@AuthenticationPrincipal Who who) {
        return new ActionList(
                joins.actions(who.account()).stream().map(PromoDoor::view).toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('promo:view')")
    @Operation(summary = "Ask how an action stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActionView.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, ActionId::new)
                .flatMap(it -> joins.action(who.account(), it))
                .map(it -> ResponseEntity.<Object>ok(view(it)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/{id}/join")
    @PreAuthorize("hasAuthority('promo:edit')")
    @Operation(
            summary = "Have people join an action",
            description =
                    "Each gets one letter with a code of their own; text, sender and time come from the action. Whoever"
                            + " joined before is not written to again.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JoinedView.class)))
    ResponseEntity<Object> join(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody JoinRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        KeyUse asked = Objects.requireNonNullElse(use, KeyUse.FREE);
        Optional<Listed> action = Ids.read(id, ActionId::new).flatMap(it -> joins.action(who.account(), it));
        if (action.isEmpty()) {
            return refusals.notFound();
        }
        if (request.group() == null) {
            return numbers(who, action.get().id(), request, asked);
        }
        return asked.bound()
                ? refusals.of(ProblemType.KEY_BOUND)
                : group(who, action.get().id(), request.group());
    }

    private ResponseEntity<Object> group(Who who, ActionId action, String group) {
        return Ids.read(group, GroupId::new)
                .flatMap(it -> joins.join(who, action, it))
                .map(job -> ResponseEntity.status(HttpStatus.ACCEPTED).<Object>body(new Started(job.toString())))
                .orElseGet(() -> refusals.invalid(List.of(new FieldError("/group", "not_found", null))));
    }

    private ResponseEntity<Object> numbers(Who who, ActionId action, JoinRequest request, KeyUse use) {
        List<String> written = new ArrayList<>(Objects.requireNonNullElse(request.phones(), List.of()));
        if (request.phone() != null) {
            written.add(request.phone());
        }
        if (written.isEmpty() || written.size() > Joins.MOST) {
            String code = written.isEmpty() ? "empty" : "too_many";
            return refusals.invalid(List.of(new FieldError("/phones", code, Integer.toString(Joins.MOST))));
        }
        Country home = phones.home(who.account());
        List<String> digits = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String number = written.get(i) == null ? "" : Phones.digits(written.get(i), home);
            if (number.isEmpty()) {
                errors.add(new FieldError("/phones/" + i, "bad_number", null));
            }
            digits.add(number);
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Optional<KeyRefusal> refusal = use.send(digits.size(), false);
        return refusal.isPresent() ? refusals.of(refusal.get()) : answer(joins.join(who, action, digits));
    }

    private ResponseEntity<Object> answer(Joined joined) {
        return switch (joined) {
            case Joined.Taken(int added, int known) ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(new JoinedView(added, known));
            case Joined.Refused(String code) -> refusals.of(ProblemType.valueOf(code.toUpperCase(Locale.ROOT)));
            case Joined.NotFound() -> refusals.notFound();
        };
    }

    private static ActionView view(Listed action) {
        return new ActionView(
                action.id().toString(),
                action.name(),
                action.from(),
                action.until(),
                action.length(),
                action.handed(),
                action.left(),
                action.joinable(),
                action.trouble());
    }
}
