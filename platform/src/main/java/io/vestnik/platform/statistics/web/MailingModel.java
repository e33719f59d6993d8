package io.vestnik.platform.statistics.web;

import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.ErrorWords;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.statistics.MailingReport;
import io.vestnik.platform.statistics.Sums;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports of mailings as pages show them. */
@Component
class MailingModel {
    private static final int MOST_REASONS = 20;
    /** Three days by the hour; clicks may come later, but no chart shows them all. */
    private static final int MOST_HOURS = 72;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);

    private final KeyWords words;
    private final ReportModel lines;
    private final ErrorWords errors;
    private final Format format;

    MailingModel(KeyWords words, ReportModel lines, ErrorWords errors, Format format) {
        this.words = words;
        this.lines = lines;
        this.errors = errors;
        this.format = format;
    }

    /**
     * A step of the way from sending to what people did.
     *
     * @param share of all messages
     * @param ofBefore of the step before; empty for the first
     * @param width of its bar
     */
    record Step(String name, long count, String share, String ofBefore, String width) {}

    /** Why messages were not delivered, and what to do about it. */
    record Failure(String words, String advice, long messages, String share) {}

    /** A figure of two mailings. */
    record Beside(String name, String left, String right, boolean leftIsMore, boolean rightIsMore) {}

    String name(Campaign campaign) {
        String name = campaign.draft().name();
        return name.isBlank()
                ? format.text("statistics.mailing.unnamed", campaign.id().toString())
                : name;
    }

    Option option(Campaign campaign) {
        return new Option(campaign.id().toString(), name(campaign) + " · " + format.date(campaign.confirmedAt()));
    }

    List<Step> funnel(MailingReport report) {
        Sums sums = report.sums();
        long all = sums.messages();
        List<Step> steps = new ArrayList<>();
        long before = all;
        for (Map.Entry<String, Long> step : List.of(
                Map.entry("accepted", all),
                Map.entry("sent", taken(report)),
                Map.entry("delivered", sums.delivered()),
                Map.entry("clicked", sums.of(MessageMark.CLICKED)))) {
            steps.add(step(step.getKey(), step.getValue(), all, steps.isEmpty() ? null : before));
            before = step.getValue();
        }
        long redeemed = sums.of(MessageMark.REDEEMED);
        if (redeemed > 0) {
            steps.add(step("redeemed", redeemed, all, sums.delivered())); // a code needs no link
        }
        return steps;
    }

    private Step step(String name, long count, long all, @Nullable Long before) {
        return new Step(
                format.text("statistics.funnel." + name),
                count,
                format.percent(count, all),
                before == null ? "" : format.text("statistics.funnel.of-before", format.percent(count, before)),
                String.format(Locale.ROOT, "%.2f%%", all == 0 ? 0 : 100.0 * count / all));
    }

    /** What a network has taken, also where it told later that it could not deliver. */
    private static long taken(MailingReport report) {
        return report.sums().of(MessageState.SENT)
                + report.sums().delivered()
                + report.failures().stream()
                        .filter(MailingReport.Reason::receipt)
                        .mapToLong(MailingReport.Reason::messages)
                        .sum();
    }

    /** How it was paid: what was held when it was confirmed, and what has become of that. */
    String paid(MailingReport report, String currency) {
        Money held = report.campaign().cost();
        Money charged = report.sums().charged();
        String first = format.money(held, currency);
        String second = format.money(charged, currency);
        return lines.row("", "", report.sums()).onTheWay() > 0
                ? format.text("statistics.paid.open", first, second)
                : format.text("statistics.paid.over", first, second, format.money(held.minus(charged), currency));
    }

    List<ReportModel.Row> operators(MailingReport report) {
        return report.operators().stream()
                .map(line -> lines.row(words.operator(line.key()), "", line.sums()))
                .toList();
    }

    List<Failure> failures(MailingReport report) {
        long all = report.failures().stream()
                .mapToLong(MailingReport.Reason::messages)
                .sum();
        return report.failures().stream()
                .limit(MOST_REASONS)
                .map(reason -> new Failure(
                        errors.words(reason.code(), reason.receipt()),
                        errors.advice(reason.code(), reason.receipt()),
                        reason.messages(),
                        format.percent(reason.messages(), all)))
                .toList();
    }

    /** Deliveries and clicks by the hour, of the first days. */
    Chart course(MailingReport report, ZoneId zone) {
        TreeSet<Instant> hours = new TreeSet<>(report.deliveries().keySet());
        hours.addAll(report.clicks().keySet());
        List<Instant> points = new ArrayList<>();
        if (!hours.isEmpty()) {
            Instant last = hours.last();
            for (Instant at = hours.first();
                    !at.isAfter(last) && points.size() < MOST_HOURS;
                    at = at.plus(Duration.ofHours(1))) {
                points.add(at);
            }
        }
        return new Chart(
                points.size() < 5 ? Chart.Kind.BAR : Chart.Kind.LINE,
                format.text("statistics.course"),
                points.stream().map(at -> HOUR.format(at.atZone(zone))).toList(),
                List.of(
                        new Chart.Series(
                                format.text("statistics.hours.deliveries"),
                                Tone.SUCCESS,
                                values(points, report.deliveries())),
                        new Chart.Series(
                                format.text("statistics.hours.clicks"),
                                Tone.PROGRESS,
                                values(points, report.clicks()))));
    }

    private static List<Double> values(List<Instant> points, Map<Instant, Long> counts) {
        return points.stream().map(at -> (double) counts.getOrDefault(at, 0L)).toList();
    }

    /** The figures of two mailings, shares where their sizes would mislead. */
    List<Beside> beside(MailingReport left, MailingReport right, String currency) {
        ReportModel.Row a = lines.row("", "", left.sums());
        ReportModel.Row b = lines.row("", "", right.sums());
        return List.of(
                plain("messages", format.number(a.messages()), format.number(b.messages())),
                share("delivered", a.delivered(), a.messages(), b.delivered(), b.messages()),
                share("failed", a.failed(), a.messages(), b.failed(), b.messages()),
                share("clicked", a.clicked(), a.delivered(), b.clicked(), b.delivered()),
                share("unsubscribed", a.unsubscribed(), a.delivered(), b.unsubscribed(), b.delivered()),
                plain("parts", format.number(a.parts()), format.number(b.parts())),
                plain("charged", format.money(a.charged(), currency), format.money(b.charged(), currency)),
                plain("per-delivered", perOne(a, currency), perOne(b, currency)),
                plain("began", began(left.campaign()), began(right.campaign())));
    }

    private String began(Campaign campaign) {
        return format.dateTime(Objects.requireNonNullElse(campaign.confirmedAt(), campaign.createdAt()));
    }

    private String perOne(ReportModel.Row row, String currency) {
        return row.delivered() == 0 ? "—" : format.money(new Money(row.charged().units() / row.delivered()), currency);
    }

    private Beside plain(String name, String left, String right) {
        return new Beside(format.text("statistics." + name), left, right, false, false);
    }

    private Beside share(String name, long left, long ofLeft, long right, long ofRight) {
        double a = ofLeft == 0 ? 0 : (double) left / ofLeft;
        double b = ofRight == 0 ? 0 : (double) right / ofRight;
        return new Beside(format.text("statistics." + name), said(left, ofLeft), said(right, ofRight), a > b, b > a);
    }

    private String said(long part, long whole) {
        return format.percent(part, whole) + " (" + format.number(part) + ")";
    }
}
