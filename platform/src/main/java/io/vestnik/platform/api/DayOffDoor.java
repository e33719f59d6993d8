package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.plans.OwnDaysOff;
import io.vestnik.platform.plans.OwnDaysOff.Day;
import io.vestnik.platform.shell.ProblemType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The days off that an account adds to the calendar of its country. */
@RestController
@RequestMapping("/api/v1/days-off")
@Tag(name = "Plans")
class DayOffDoor {
    private final OwnDaysOff daysOff;
    private final Refusals refusals;

    DayOffDoor(OwnDaysOff daysOff, Refusals refusals) {
        this.daysOff = daysOff;
        this.refusals = refusals;
    }

    /** A day off with a name, which may be empty. */
    record DayOffView(LocalDate day, String name) {}

    /** All of the account's own, from the earliest on. */
    record DayOffList(List<DayOffView> items) {}

    /**
     * A day off.
     *
     * @param day such as 2026-12-31
     * @param name at most 100 characters
     */
    record DayOffRequest(@Nullable String day, @Nullable String name) {}

    @GetMapping
    @PreAuthorize("hasAuthority('campaigns:view')")
    @Operation(
            summary = "List the account's own days off",
            description = "Holidays of its country count besides and are not listed.")
    DayOffList list(@AuthenticationPrincipal Who who) {
        return new DayOffList(daysOff.days(who.account()).stream()
                .map(it -> new DayOffView(it.day(), it.name()))
                .toList());
    }

    @PostMapping
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(
            summary = "Add a day off, or give it another name",
            description = "Plans that go by holidays follow at once; 366 at most.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DayOffView.class)))
    ResponseEntity<Object> add(@AuthenticationPrincipal Who who, @RequestBody DayOffRequest request) {
        List<FieldError> errors = new ArrayList<>();
        String name = Objects.requireNonNullElse(request.name(), "").strip();
        LocalDate day = day("/day", request.day(), errors);
        if (name.length() > OwnDaysOff.LONGEST_NAME || name.indexOf('\0') >= 0) {
            errors.add(new FieldError("/name", "too_long", "At most " + OwnDaysOff.LONGEST_NAME));
        }
        if (day == null || !errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        return daysOff.put(who, new Day(day, name))
                ? ResponseEntity.status(HttpStatus.CREATED).body(new DayOffView(day, name))
                : refusals.of(ProblemType.TOO_MANY);
    }

    @DeleteMapping
    @PreAuthorize("hasAuthority('campaigns:start')")
    @Operation(summary = "Take a day off away")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> remove(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "Such as 2026-12-31") @RequestParam(name = "day") String written) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate day = day("/day", written, errors);
        if (day == null) {
            return refusals.invalid(errors);
        }
        return daysOff.remove(who, day) ? ResponseEntity.noContent().build() : refusals.notFound();
    }

    /** None where it is no day that is kept, which is added to the errors. */
    private static @Nullable LocalDate day(String pointer, @Nullable String written, List<FieldError> errors) {
        LocalDate day = Moments.day(pointer, written, errors);
        if (errors.isEmpty() && (day == null || !Day.isKept(day))) {
            errors.add(new FieldError(pointer, "not_a_day", null));
        }
        return day;
    }
}
