package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.PlanWire.PlanList;
import io.vestnik.platform.api.PlanWire.PlanRequest;
import io.vestnik.platform.api.PlanWire.PlanView;
import io.vestnik.platform.api.PlanWire.TimeRequest;
import io.vestnik.platform.api.PlanWire.TimeView;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.Looked;
import io.vestnik.platform.plans.Plans.Outline;
import io.vestnik.platform.plans.Plans.Saved;
import io.vestnik.platform.plans.Plans.Terms;
import io.vestnik.platform.shell.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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

/** Mailings that come again. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "Plans")
class PlanDoor {
    private final Plans plans;
    private final Refusals refusals;

    PlanDoor(Plans plans, Refusals refusals) {
        this.plans = plans;
        this.refusals = refusals;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "List plans by name")
    PlanList list(@AuthenticationPrincipal Who who) {
        return new PlanList(
                plans.list(who.account()).stream().map(PlanWire::view).toList());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "Ask how a plan stands, and when it runs next")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> plan(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(plan -> ResponseEntity.ok().eTag(ETags.of(plan.version())).<Object>body(PlanWire.view(plan)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Have a campaign sent again and again",
            description =
                    "By a rule (RFC 5545), or by a date of each person. Each time its draft, as it stands now, goes to"
                            + " whoever belongs to its audience then.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Who who,
            @RequestBody PlanRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<Terms> terms = PlanWire.terms(request, errors);
        return terms.isEmpty()
                ? refusals.invalid(errors)
                : kept(plans.create(who, terms.get()), HttpStatus.CREATED, null);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Change a plan",
            description = "All of it is written anew; the version is the one that was read, unless If-Match says so.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PlanRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        Optional<Outline> plan = find(who, id);
        if (plan.isEmpty()) {
            return refusals.notFound();
        }
        int now = plan.get().version();
        if (!ETags.fits(ifMatch, ETags.of(now))) {
            return refusals.changed(ETags.of(now));
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<Terms> terms = PlanWire.terms(request, errors);
        int version = ETags.version(ifMatch, now, request.version());
        return terms.isEmpty()
                ? refusals.invalid(errors)
                : kept(plans.change(who, plan.get().id(), version, terms.get()), HttpStatus.OK, ifMatch);
    }

    private ResponseEntity<Object> kept(Saved saved, HttpStatus status, @Nullable String ifMatch) {
        return switch (saved) {
            case Saved.Kept(Outline plan) ->
                ResponseEntity.status(status).eTag(ETags.of(plan.version())).body(PlanWire.view(plan));
            case Saved.Refused refused -> refusals.invalid(List.of(PlanWire.error(refused)));
            case Saved.Stale(int current) -> refusals.stale(ifMatch, current);
            case Saved.NotFound() -> refusals.notFound();
        };
    }

    @PostMapping("/{id}/pause")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Stop a plan until it is resumed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> pause(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return steer(who, id, plans::pause);
    }

    @PostMapping("/{id}/resume")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Go on with the next time to come",
            description = "What fell into the pause is not made up for.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> resume(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        return steer(who, id, plans::resume);
    }

    private ResponseEntity<Object> steer(Who who, String id, BiPredicate<Who, PlanId> order) {
        Optional<Outline> plan = find(who, id);
        if (plan.isEmpty()) {
            return refusals.notFound();
        }
        return order.test(who, plan.get().id())
                ? plan(who, id)
                : refusals.with(ProblemType.WRONG_STATE, "state", plan.get().state());
    }

    @PostMapping("/rule")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Ask when a rule would run",
            description = "By the calendar of the account, ten times at most. Nothing is kept.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimeView.class)))
    ResponseEntity<Object> look(@AuthenticationPrincipal Who who, @RequestBody TimeRequest request) {
        return switch (plans.look(who.account(), PlanWire.rule(request.rule(), request.onHoliday()))) {
            case Looked.Ahead(var rule, var runs) ->
                ResponseEntity.ok(new TimeView(rule.text(), rule.onHoliday(), runs));
            case Looked.Refused(Saved.Refused why) -> refusals.invalid(List.of(PlanWire.error(why)));
        };
    }

    @PostMapping("/{id}/restore")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Bring a deleted plan back, paused", description = "For thirty days after it was deleted.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<Object> restore(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Ids.read(id, PlanId::new).ifPresent(plan -> plans.restore(who, plan));
        return plan(who, id);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Delete a plan", description = "It can be brought back for thirty days.")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Outline> plan = find(who, id);
        if (plan.isEmpty()) {
            return refusals.notFound();
        }
        String tag = ETags.of(plan.get().version());
        if (!ETags.fits(ifMatch, tag)) {
            return refusals.changed(tag);
        }
        return plans.delete(who, plan.get().id()) ? ResponseEntity.noContent().build() : refusals.notFound();
    }

    private Optional<Outline> find(Who who, String id) {
        return Ids.read(id, PlanId::new).flatMap(plan -> plans.find(who.account(), plan));
    }
}
