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
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.PlanRuns;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The times of a plan: what came of each, and one more besides. */
@RestController
@RequestMapping("/api/v1/plans/{id}")
@Tag(name = "Plans")
class PlanRunDoor {
    private final Plans plans;
    private final PlanRuns runs;
    private final Refusals refusals;

    PlanRunDoor(Plans plans, PlanRuns runs, Refusals refusals) {
        this.plans = plans;
        this.runs = runs;
        this.refusals = refusals;
    }

    /**
     * One time that a plan ran, or was to.
     *
     * @param byHand somebody asked for it besides the times of the plan
     * @param state due, counting, sent, no_money, nobody, refused, missed, failed, withdrawn or awaiting_approval
     * @param campaign what was made of it; absent where nothing was
     * @param cost what it costs, or would have
     * @param detail what exactly was in the way
     */
    record RunView(
            String id,

            @JsonProperty("planned_at") Instant plannedAt,

            @JsonProperty("by_hand") boolean byHand,

            String state,
            @Nullable String campaign,
            long recipients,
            String cost,
            @Nullable String detail,

            @JsonProperty("changed_at") Instant changedAt) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record RunPage(List<RunView> items, @Nullable String next) {}

    @GetMapping("/runs")
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(summary = "List what came of the times of a plan, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Optional<PlanId> plan = find(who, id);
        if (plan.isEmpty()) {
            return refusals.notFound();
        }
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, Long::valueOf).isPresent(), limit, Pages.MOST, errors);
        if (state != null && !runs.states().contains(state)) {
            errors.add(new FieldError("/state", "unknown", String.join(", ", new TreeSet<>(runs.states()))));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<PlanRuns.Ran> page = runs.list(who.account(), plan.get(), state, cursor, limit);
        return ResponseEntity.ok(
                new RunPage(page.items().stream().map(PlanRunDoor::view).toList(), page.next()));
    }

    @PostMapping("/run")
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Run a plan once more, besides its times",
            description = "In the background: ask for its runs. Also while it is paused; one at a time.")
    @ApiResponse(responseCode = "202")
    ResponseEntity<Object> run(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (use != null && use.bound()) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        return Ids.read(id, PlanId::new)
                .map(plan -> switch (runs.runNow(who, plan)) {
                    case DONE -> ResponseEntity.accepted().build();
                    case BUSY -> refusals.with(ProblemType.WRONG_STATE, "state", "running");
                    case BY_DATES -> refusals.with(ProblemType.WRONG_STATE, "state", "by_dates");
                    case NOT_FOUND -> refusals.notFound();
                })
                .orElseGet(refusals::notFound);
    }

    private Optional<PlanId> find(Who who, String id) {
        return Ids.read(id, PlanId::new)
                .filter(plan -> plans.find(who.account(), plan).isPresent());
    }

    private static RunView view(PlanRuns.Ran run) {
        return new RunView(
                Long.toString(run.id()),
                run.plannedAt(),
                run.byHand(),
                run.state(),
                run.campaign() == null ? null : run.campaign().toString(),
                run.recipients(),
                run.cost().toString(),
                run.detail().isEmpty() ? null : run.detail(),
                run.changedAt());
    }
}
