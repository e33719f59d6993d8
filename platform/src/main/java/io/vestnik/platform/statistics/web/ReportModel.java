package io.vestnik.platform.statistics.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.MessageStates;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Sums;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports as a table and a chart. */
@Component
class ReportModel {
    /** Bars beyond these are no chart any more. */
    private static final int MOST_BARS = 12;
    /** Lines on the page; the export has all. */
    static final int MOST_ROWS = 200;

    private static final int MOST_POINTS = 1_000;

    private static final List<Tone> TONES =
            List.of(Tone.SUCCESS, Tone.PROGRESS, Tone.WAITING, Tone.FAILURE, Tone.NEUTRAL);

    private final MessageStates states;
    private final KeyWords words;
    private final Format format;

    ReportModel(MessageStates states, KeyWords words, Format format) {
        this.states = states;
        this.words = words;
        this.format = format;
    }

    /**
     * A line of the table.
     *
     * @param link where its messages are looked into more closely; empty where nowhere
     * @param share of what was delivered
     */
    record Row(
            String name,
            String link,
            long messages,
            long delivered,
            String share,
            long onTheWay,
            long failed,
            long clicked,
            long unsubscribed,
            long parts,
            Money charged) {}

    /** What lines of a report are called. */
    UnaryOperator<String> names(AccountId account, Grouping by, List<Line> lines) {
        return words.names(account, by, lines);
    }

    /**
     * Why a list of mailings is not all of those of its days that people unsubscribed after; none where it is.
     *
     * @param mailings how many of those there are in the report
     */
    @Nullable
    String notAll(Report report, int mailings) {
        if (report.cut()) {
            return format.text("statistics.unsubscribed.cut", format.number(Statistics.MOST_LINES));
        }
        return mailings > MOST_ROWS ? format.text("statistics.unsubscribed.more", format.number(MOST_ROWS)) : null;
    }

    List<Row> rows(Asked asked, Report report, UnaryOperator<String> names) {
        return report.lines().stream()
                .limit(MOST_ROWS)
                .map(line -> row(names.apply(line.key()), link(asked, line.key()), line.sums()))
                .toList();
    }

    Row row(String name, String link, Sums sums) {
        return new Row(
                name,
                link,
                sums.messages(),
                sums.delivered(),
                format.percent(sums.delivered(), sums.messages()),
                sums.of(of(Set.of(Tone.PROGRESS, Tone.WAITING))),
                sums.of(of(Set.of(Tone.FAILURE))),
                sums.of(MessageMark.CLICKED),
                sums.of(MessageMark.UNSUBSCRIBED),
                sums.parts(),
                sums.charged());
    }

    private Set<MessageState> of(Set<Tone> tones) {
        return Arrays.stream(MessageState.values())
                .filter(state -> tones.contains(states.tone(state)))
                .collect(Collectors.toSet());
    }

    /** The same report of this line alone, more finely cut. */
    private static String link(Asked asked, String key) {
        return switch (asked.by()) {
            case HOUR -> "";
            case DAY -> days(asked, LocalDate.parse(key), LocalDate.parse(key), Grouping.HOUR);
            case WEEK -> days(asked, LocalDate.parse(key), LocalDate.parse(key).plusDays(6), Grouping.DAY);
            case MONTH ->
                days(
                        asked,
                        LocalDate.parse(key),
                        LocalDate.parse(key).plusMonths(1).minusDays(1),
                        Grouping.DAY);
            case MAILING -> key.isEmpty() || !asked.own() ? "" : "/campaigns/" + key;
            case ACCOUNT -> narrowed(asked, "account", key);
            case REGION -> narrowed(asked, "region", key.isEmpty() ? "-" : key);
            case WAY ->
                narrowed(asked, "way", Way.ofNumber(Integer.parseInt(key)).code());
            case STATUS -> narrowed(asked, "state", key);
            case SENDER, OPERATOR, TAG, USER -> narrowed(asked, asked.by().code(), key);
        };
    }

    private static String days(Asked asked, LocalDate from, LocalDate to, Grouping by) {
        Map<String, String> changed = new LinkedHashMap<>(asked.query().parameters());
        changed.remove("period");
        changed.put("from", from.toString());
        changed.put("to", to.toString());
        changed.put("by", by.code());
        return address(asked, changed);
    }

    private static String narrowed(Asked asked, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(asked.query().parameters());
        changed.put(name, value);
        changed.put("by", Grouping.DAY.code());
        return value.isEmpty() ? "" : address(asked, changed);
    }

    private static String address(Asked asked, Map<String, String> parameters) {
        return new ListQuery(asked.query().path(), parameters)
                .linkAt(asked.query().path());
    }

    /** Bars of what became of messages, over time or of the largest lines. */
    Chart chart(Asked asked, Report report, UnaryOperator<String> names) {
        Grouping by = asked.by();
        List<Line> lines = by.ofTime() ? filled(asked, report.lines()) : report.lines();
        List<Line> shown =
                lines.stream().limit(by.ofTime() ? MOST_POINTS : MOST_BARS).toList();
        List<Chart.Series> series = new ArrayList<>();
        for (Tone tone : TONES) {
            Set<MessageState> those = of(Set.of(tone));
            List<Double> values =
                    shown.stream().map(line -> (double) line.sums().of(those)).toList();
            if (values.stream().anyMatch(it -> it != 0)) {
                series.add(new Chart.Series(format.text("statistics.tone." + tone.css()), tone, values));
            }
        }
        return new Chart(
                Chart.Kind.STACKED,
                format.text("statistics.chart." + by.code()),
                shown.stream()
                        .map(line -> by.ofTime() ? words.point(by, line.key()) : names.apply(line.key()))
                        .toList(),
                series,
                shown.stream().map(line -> link(asked, line.key())).toList());
    }

    /** With the hours, days… in which nothing was sent. */
    static List<Line> filled(Asked asked, List<Line> lines) {
        Map<String, Line> known = lines.stream().collect(Collectors.toMap(Line::key, line -> line));
        List<Line> filled = new ArrayList<>();
        LocalDateTime end = asked.to().plusDays(1).atStartOfDay();
        for (LocalDateTime at = begin(asked, lines);
                at.isBefore(end) && filled.size() < MOST_POINTS;
                at = next(asked, at)) {
            String key = asked.by() == Grouping.HOUR
                    ? at.toString()
                    : at.toLocalDate().toString();
            filled.add(known.getOrDefault(key, new Line(key, Sums.NONE)));
        }
        return filled;
    }

    private static LocalDateTime begin(Asked asked, List<Line> lines) {
        LocalDate from = asked.from();
        return switch (asked.by()) {
            // Hours are those of Greenwich: in India they begin at half past.
            case HOUR ->
                from.atStartOfDay()
                        .plusMinutes(
                                lines.isEmpty()
                                        ? 0
                                        : LocalDateTime.parse(lines.getFirst().key())
                                                .getMinute());
            case WEEK -> from.minusDays(from.getDayOfWeek().getValue() - 1L).atStartOfDay();
            case MONTH -> from.withDayOfMonth(1).atStartOfDay();
            case DAY, STATUS, SENDER, OPERATOR, REGION, WAY, MAILING, TAG, USER, ACCOUNT -> from.atStartOfDay();
        };
    }

    private static LocalDateTime next(Asked asked, LocalDateTime at) {
        return switch (asked.by()) {
            case HOUR -> at.plusHours(1);
            case WEEK -> at.plusWeeks(1);
            case MONTH -> at.plusMonths(1);
            case DAY, STATUS, SENDER, OPERATOR, REGION, WAY, MAILING, TAG, USER, ACCOUNT -> at.plusDays(1);
        };
    }
}
