package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.reports.ReportOrders;
import io.vestnik.platform.reports.ReportOrders.Answer;
import io.vestnik.platform.reports.ReportOrders.Kept;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.statistics.Grouping;
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

/** Tables that were made, and those that come by mail at their time. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Statistics")
class ReportDoor {
    private static final String MAILINGS = "mailings";
    private static final int USUAL_HOUR = 9;
    private static final int MOST_EMAILS = 20;

    private final Reports reports;
    private final ReportOrders orders;
    private final Refusals refusals;

    ReportDoor(Reports reports, ReportOrders orders, Refusals refusals) {
        this.reports = reports;
        this.orders = orders;
        this.refusals = refusals;
    }

    /** A page of tables that were made; {@code next} asks for what follows, and is absent on the last one. */
    record ReportPage(List<ReportView> items, @Nullable String next) {}

    /**
     * A table that was made.
     *
     * @param file its id, which GET /files/{id} takes
     * @param size in bytes
     * @param by the name of who asked for it; empty where nobody did
     * @param until when it is deleted
     */
    record ReportView(
            String file,
            String name,
            long size,
            String by,
            @JsonProperty("made_at") Instant madeAt,
            Instant until) {}

    /** All orders, the oldest first; 20 at most. */
    record OrderList(List<OrderView> items) {}

    /**
     * A report that comes by mail.
     *
     * @param about mailings, or by what figures of all messages are counted together: hour, day, week, month, status, sender, operator,
     *     region, way, mailing, tag or user
     * @param rhythm daily, weekly (on Mondays) or monthly, about the time that is over
     * @param hour 0 to 23, by the account's clock
     * @param format xlsx or csv
     * @param attached whether it comes with the letter; otherwise by a link that needs signing in
     * @param emails to whom
     * @param last what came of the one before: sent, failed, nobody (who may see it) or off (no letters go)
     */
    record OrderView(
            String id,
            String about,
            String rhythm,
            int hour,
            String format,
            boolean attached,
            List<String> emails,
            String by,
            @JsonProperty("next_at") Instant nextAt,
            @Nullable String last,
            @JsonProperty("last_at") @Nullable Instant lastAt) {
        static OrderView of(Kept order) {
            ReportOrders.Wanted wanted = order.wanted();
            Grouping by = wanted.by();
            return new OrderView(
                    Long.toString(order.id()),
                    by == null ? MAILINGS : by.code(),
                    wanted.rhythm(),
                    wanted.hour(),
                    wanted.csv() ? "csv" : "xlsx",
                    wanted.attached(),
                    wanted.emails(),
                    order.orderedBy(),
                    order.nextAt(),
                    order.last().map(ReportOrders.Last::code).orElse(null),
                    order.last().map(ReportOrders.Last::at).orElse(null));
        }
    }

    /**
     * A report that is to come by mail.
     *
     * @param about mailings (usual), or by what figures of all messages are counted together
     * @param rhythm daily, weekly (usual) or monthly
     * @param hour 0 to 23; 9 unless said
     * @param format xlsx (usual) or csv
     * @param attached true unless said
     * @param emails 1 to 20, of people of the account who may see such a report
     */
    record OrderRequest(
            @Nullable String about,
            @Nullable String rhythm,
            @Nullable Integer hour,
            @Nullable String format,
            @Nullable Boolean attached,
            @Nullable List<@Nullable String> emails) {}

    @GetMapping
    @PreAuthorize("hasAuthority('work:view')")
    @Operation(summary = "List tables that were made, the newest first", description = "Those that the key may see.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReportPage.class)))
    ResponseEntity<Object> list(
            @AuthenticationPrincipal Who who,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        List<FieldError> errors = new ArrayList<>();
        Pages.check(cursor, limit, errors);
        if (search.indexOf(0) >= 0) {
            errors.add(new FieldError("/search", "bad_characters", null));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        Slice<Reports.Report> page = reports.all(who.account(), who.rights(), search, cursor, limit);
        return ResponseEntity.ok(
                new ReportPage(page.items().stream().map(ReportDoor::view).toList(), page.next()));
    }

    private static ReportView view(Reports.Report report) {
        return new ReportView(
                report.file().id().toString(),
                report.file().name(),
                report.file().size(),
                report.about().by(),
                report.madeAt(),
                report.file().until());
    }

    @GetMapping("/orders")
    @PreAuthorize("hasAuthority('reports:order')")
    @Operation(summary = "List reports that come by mail")
    OrderList orders(@AuthenticationPrincipal Who who) {
        return new OrderList(
                orders.list(who.account()).stream().map(OrderView::of).toList());
    }

    @PostMapping("/orders")
    @PreAuthorize("hasAuthority('reports:order')")
    @Operation(summary = "Order a report by mail", description = "An account has 20 at most.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OrderView.class)))
    ResponseEntity<Object> order(@AuthenticationPrincipal Who who, @RequestBody OrderRequest request) {
        List<FieldError> errors = new ArrayList<>();
        String about = Objects.requireNonNullElse(request.about(), MAILINGS);
        Optional<Grouping> by = Grouping.ofCode(about).filter(it -> it != Grouping.ACCOUNT);
        check("/about", !about.equals(MAILINGS) && by.isEmpty(), errors);
        String rhythm = Objects.requireNonNullElse(request.rhythm(), "weekly");
        check("/rhythm", !ReportOrders.RHYTHMS.contains(rhythm), errors);
        int hour = Objects.requireNonNullElse(request.hour(), USUAL_HOUR);
        if (hour < 0 || hour > 23) {
            errors.add(new FieldError("/hour", "out_of_range", "0 to 23"));
        }
        String format = Objects.requireNonNullElse(request.format(), "xlsx");
        check("/format", !format.equals("xlsx") && !format.equals("csv"), errors);
        List<@Nullable String> written = Objects.requireNonNullElse(request.emails(), List.of());
        if (written.isEmpty() || written.size() > MOST_EMAILS) {
            errors.add(new FieldError("/emails", "out_of_range", "1 to " + MOST_EMAILS));
        }
        if (!errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        List<String> emails = written.stream()
                .map(email -> Objects.requireNonNullElse(email, ""))
                .toList();
        ReportOrders.Wanted wanted = new ReportOrders.Wanted(
                by.orElse(null), rhythm, hour, format.equals("csv"), !Boolean.FALSE.equals(request.attached()), emails);
        return switch (orders.order(who, wanted)) {
            case Answer.Ordered(Kept order) ->
                ResponseEntity.status(HttpStatus.CREATED).body(OrderView.of(order));
            case Answer.Nobody() ->
                refusals.invalid(List.of(
                        new FieldError("/emails", "not_allowed", "people of the account who may see such a report")));
            case Answer.TooMany() -> refusals.of(ProblemType.TOO_MANY);
        };
    }

    private static void check(String pointer, boolean wrong, List<FieldError> errors) {
        if (wrong) {
            errors.add(new FieldError(pointer, "unknown", null));
        }
    }

    @DeleteMapping("/orders/{id}")
    @PreAuthorize("hasAuthority('reports:order')")
    @Operation(summary = "Have a report come by mail no more")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> cancel(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, Long::valueOf).filter(it -> orders.cancel(who, it)).isPresent()
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }
}
