package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.billing.AccountMovements;
import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.kernel.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to the account's money. */
@RestController
@Tag(name = "Balance")
class MovementDoor {
    /** What this list gives out: the day, the operation and the cause of the last line. */
    private static final Pattern GIVEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.\\d{1,5}\\..{0,200}");

    private final AccountMovements movements;
    private final Refusals refusals;

    MovementDoor(AccountMovements movements, Refusals refusals) {
        this.movements = movements;
        this.refusals = refusals;
    }

    /**
     * What happened on one day for one cause.
     *
     * @param day in the zone of the account
     * @param operation top_up, hold, debit, release, income or withdrawal
     * @param cause such as campaign 12
     * @param count messages
     */
    record MovementView(LocalDate day, String operation, String cause, long count, String amount) {}

    /** A page; {@code next} asks for what follows, and is absent on the last one. */
    record MovementPage(List<MovementView> items, @Nullable String next) {}

    @GetMapping("/api/v1/balance/movements")
    @PreAuthorize("hasAuthority('billing:view')")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "List movements of money, the newest day first",
            description = "A line for a day, an operation and a cause; those of the last minute may be missing.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MovementPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "The first day, such as 2026-11-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "The last day") @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, GIVEN.asMatchPredicate(), limit, Pages.MOST, errors);
        LocalDate first = Moments.day("/from", from, errors);
        LocalDate last = Moments.day("/to", to, errors);
        Optional<Operation> one = Arrays.stream(Operation.values())
                .filter(it -> it.code().equals(operation))
                .findFirst();
        if (operation != null && one.isEmpty()) {
            errors.add(new FieldError("/operation", "unknown", null));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Movement> page =
                movements.list(who.account(), new MovementFilter(first, last, one.orElse(null)), cursor, limit);
        return ResponseEntity.ok(
                new MovementPage(page.items().stream().map(MovementDoor::view).toList(), page.next()));
    }

    private static MovementView view(Movement movement) {
        return new MovementView(
                movement.day(),
                movement.operation().code(),
                movement.cause(),
                movement.count(),
                movement.amount().toString());
    }
}
