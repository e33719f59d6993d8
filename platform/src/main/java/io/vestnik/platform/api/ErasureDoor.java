package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.contacts.Erasures.Erasure;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.ProblemType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything about people erased, everywhere. */
@RestController
@RequestMapping("/api/v1/contacts/erasures")
@Tag(name = "Contacts")
class ErasureDoor {
    private static final int MOST = 100;

    private final Erasures erasures;
    private final Jobs jobs;
    private final Phones phones;
    private final Refusals refusals;

    ErasureDoor(Erasures erasures, Jobs jobs, Phones phones, Refusals refusals) {
        this.erasures = erasures;
        this.jobs = jobs;
        this.phones = phones;
        this.refusals = refusals;
    }

    /**
     * Who is erased.
     *
     * @param phones 1 to 100
     * @param never whether they are not to be written to again; true unless said
     */
    record ErasureRequest(
            @Nullable List<@Nullable String> phones,
            @Nullable Boolean never) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record ErasurePage(List<ErasureView> items, @Nullable String next) {}

    /**
     * The record of an erasure: what was done, not to whom.
     *
     * @param stopped whether they are not to be written to again
     * @param by the name of who asked for it
     * @param job that does it; absent once it is forgotten
     * @param rows how much was erased, by place; complete when it is finished
     */
    record ErasureView(
            String id,
            int people,
            boolean stopped,
            String by,
            @JsonProperty("asked_at") Instant askedAt,
            @Nullable String job,
            @JsonProperty("finished_at") @Nullable Instant finishedAt,
            Map<String, Long> rows) {
        static ErasureView of(Erasure it) {
            return new ErasureView(
                    Long.toString(it.id()),
                    it.people(),
                    it.stopped(),
                    it.by(),
                    it.askedAt(),
                    it.job() == null ? null : it.job().toString(),
                    it.finishedAt(),
                    new TreeMap<>(it.rows()));
        }
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contacts:erase')")
    @Operation(
            summary = "Erase everything about people",
            description =
                    "It cannot be taken back. What is queued to them is cancelled; what was sent stays as messages to"
                            + " nobody.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ResponseEntity<Object> begin(@AuthenticationPrincipal Who who, @RequestBody ErasureRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<@Nullable String> written = Objects.requireNonNullElse(request.phones(), List.of());
        if (written.isEmpty() || written.size() > MOST) {
            errors.add(new FieldError("/phones", "out_of_range", "1 to " + MOST));
        }
        Country home = phones.home(who.account());
        Set<String> numbers = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(written.size(), MOST); i++) {
            String digits = Phones.digits(Objects.requireNonNullElse(written.get(i), ""), home);
            numbers.add(digits);
            if (digits.isEmpty()) {
                errors.add(new FieldError("/phones/" + i, "bad_recipient", null));
            }
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Erasure begun = erasures.begin(who, numbers, !Boolean.FALSE.equals(request.never()));
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(ErasureView.of(begun));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('contacts:erase')")
    @Operation(summary = "List erasures, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ErasurePage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, it -> Ids.read(it, value -> value).isPresent(), limit, Pages.MOST, errors);
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Erasure> page = erasures.list(who.account(), cursor, limit);
        return ResponseEntity.ok(
                new ErasurePage(page.items().stream().map(ErasureView::of).toList(), page.next()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('contacts:erase')")
    @Operation(summary = "Ask how an erasure stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id)
                .map(it -> ResponseEntity.<Object>ok(ErasureView.of(it)))
                .orElseGet(refusals::notFound);
    }

    @PostMapping("/{id}/again")
    @PreAuthorize("hasAuthority('contacts:erase')")
    @Operation(summary = "Go on with an erasure whose work broke down or was cancelled")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ResponseEntity<Object> again(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<Erasure> there = find(who, id);
        if (there.isEmpty()) {
            return refusals.notFound();
        }
        if (there.get().finishedAt() == null && !broken(who, there.get())) {
            return refusals.with(ProblemType.WRONG_STATE, "state", "running");
        }
        return erasures.again(who, there.get().id())
                ? find(who, id)
                        .map(it -> ResponseEntity.status(HttpStatus.ACCEPTED).<Object>body(ErasureView.of(it)))
                        .orElseGet(refusals::notFound)
                : refusals.with(ProblemType.WRONG_STATE, "state", "finished");
    }

    /** What is under way would be done twice at once. */
    private boolean broken(Who who, Erasure erasure) {
        return Optional.ofNullable(erasure.job())
                .flatMap(job -> jobs.find(who.account(), job))
                .map(job -> job.state() == Job.State.FAILED || job.state() == Job.State.CANCELLED)
                .orElse(true);
    }

    private Optional<Erasure> find(Who who, String id) {
        return Ids.read(id, Long::valueOf).flatMap(it -> erasures.find(who.account(), it));
    }
}
