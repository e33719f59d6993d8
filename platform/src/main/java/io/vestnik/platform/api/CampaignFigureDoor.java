package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.api.StatisticsDoor.FigureLine;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.statistics.HourFigures;
import io.vestnik.platform.statistics.HourMap;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.MailingFigures;
import io.vestnik.platform.statistics.MailingReport;
import io.vestnik.platform.statistics.Statistics;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of one campaign, and at which hours of the week people answer. */
@RestController
@Tag(name = "Statistics")
class CampaignFigureDoor {
    private static final String CLICKS = "clicks";

    private final Campaigns campaigns;
    private final MailingFigures mailings;
    private final HourFigures hours;
    private final Refusals refusals;

    CampaignFigureDoor(Campaigns campaigns, MailingFigures mailings, HourFigures hours, Refusals refusals) {
        this.campaigns = campaigns;
        this.mailings = mailings;
        this.hours = hours;
        this.refusals = refusals;
    }

    /**
     * What came of a campaign.
     *
     * @param operators by the code of the network, the most messages first
     * @param failures why messages were not delivered, the most frequent first
     * @param course what happened in each hour that had anything, in order
     * @param asOf up to when everything that happened is counted
     */
    record CampaignReport(
            FigureLine total,
            List<FigureLine> operators,
            List<FailureLine> failures,
            List<CourseLine> course,
            @JsonProperty("as_of") Instant asOf) {}

    /**
     * Why messages were not delivered.
     *
     * @param code the network's, or our own word; empty where nobody told
     * @param receipt whether the network had taken them before
     */
    record FailureLine(String code, boolean receipt, long messages) {}

    /** How many were delivered, and how many people followed a link, within the hour that begins then. */
    record CourseLine(Instant at, long delivered, long clicked) {}

    /**
     * At which hours of the week something happened, by the account's clock.
     *
     * @param days seven, Monday first, each of 24 counts
     * @param asOf up to when everything that happened is counted
     */
    record WeekView(
            List<List<Long>> days, @JsonProperty("as_of") Instant asOf) {}

    @GetMapping("/api/v1/campaigns/{id}/report")
    @PreAuthorize("hasAuthority('statistics:view')")
    @Operation(
            summary = "Ask what came of a campaign",
            description =
                    "By operator, by the reason of a failure and by the hour. Out of counters: as_of says up to when.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignReport.class)))
    ResponseEntity<Object> report(@AuthenticationPrincipal Who who, @PathVariable String id) {
        Optional<CampaignId> campaign = Ids.read(id, CampaignId::new)
                .filter(it -> campaigns.find(who.account(), it).isPresent());
        return campaign.map(it -> mailings.of(who.account(), it)
                        .map(report -> ResponseEntity.<Object>ok(view(report)))
                        .orElseGet(() -> refusals.of(ProblemType.NOT_STARTED)))
                .orElseGet(refusals::notFound);
    }

    private static CampaignReport view(MailingReport report) {
        Map<Instant, long[]> course = new TreeMap<>();
        report.deliveries().forEach((at, many) -> course.computeIfAbsent(at, _ -> new long[2])[0] = many);
        report.clicks().forEach((at, many) -> course.computeIfAbsent(at, _ -> new long[2])[1] = many);
        return new CampaignReport(
                StatisticsDoor.view(new Line("", report.sums()), true),
                report.operators().stream()
                        .map(line -> StatisticsDoor.view(line, true))
                        .toList(),
                report.failures().stream()
                        .map(it -> new FailureLine(it.code(), it.receipt(), it.messages()))
                        .toList(),
                course.entrySet().stream()
                        .map(hour -> new CourseLine(hour.getKey(), hour.getValue()[0], hour.getValue()[1]))
                        .toList(),
                report.counted().asOf());
    }

    @GetMapping("/api/v1/statistics/hours")
    @PreAuthorize("hasAuthority('statistics:view')")
    @Operation(summary = "Ask at which hours of the week messages arrive, or links are followed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WeekView.class)))
    ResponseEntity<Object> hours(
            @AuthenticationPrincipal Who who,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "deliveries") String of) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate first = Moments.day("/from", from, errors);
        LocalDate last = Moments.day("/to", to, errors);
        if (!of.equals(CLICKS) && !of.equals("deliveries")) {
            errors.add(new FieldError("/of", "unknown", "deliveries or clicks"));
        }
        if (errors.isEmpty() && (first == null || last == null)) {
            errors.add(new FieldError(first == null ? "/from" : "/to", "empty", null));
        } else if (first != null
                && last != null
                && (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= Statistics.MOST_DAYS)) {
            errors.add(new FieldError("/to", "out_of_range", "at most " + Statistics.MOST_DAYS + " days"));
        }
        if (first == null || last == null || !errors.isEmpty()) {
            return refusals.invalid(errors);
        }
        HourMap map = hours.hours(who.account(), first, last, of.equals(CLICKS) ? MessageMark.CLICKED : null);
        List<List<Long>> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Long> counts = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                counts.add(map.of(day, hour));
            }
            days.add(counts);
        }
        return ResponseEntity.ok(new WeekView(days, map.counted().asOf()));
    }
}
