package io.vestnik.platform.plans.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 5545: one RRULE or its value alone, with or without DTSTART; several RRULE lines that differ only in their times. What we
 * cannot run is refused by its name. Exceptions are read where {@link RuleWriter} wrote them for holidays: the calendar tells them anew.
 */
public final class RuleReader {
    private static final int LONGEST = 4_000;
    private static final int MOST_LINES = 50;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private RuleReader() {}

    /** What came of reading. */
    public sealed interface Reading {
        record Read(Schedule schedule) implements Reading {}

        /**
         * It cannot be run.
         *
         * @param code stable, such as {@code not_run}
         * @param detail what exactly, such as {@code FREQ=SECONDLY}; may be empty
         */
        record Refused(String code, String detail) implements Reading {}
    }

    /**
     * Where a rule begins.
     *
     * @param time none where only a day is known
     */
    record Start(LocalDate day, @Nullable LocalTime time, ZoneId zone) {}

    /**
     * Reads a rule.
     *
     * @param zone of a rule that names none
     * @param today where a rule that does not say begins
     */
    public static Reading read(String text, ZoneId zone, LocalDate today) {
        if (text.length() > LONGEST) {
            return new Reading.Refused("too_long", Integer.toString(LONGEST));
        }
        Start start = new Start(today, null, zone);
        List<RecurrenceRule> rules = new ArrayList<>();
        // RFC 5545 §3.1: a line that begins with a space goes on with the one before.
        List<String> written = text.replaceAll("\\r?\\n[ \\t]", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (written.isEmpty() || written.size() > MOST_LINES) {
            return new Reading.Refused("no_rule", "");
        }
        OnHoliday onHoliday = onHoliday(written);
        List<String> lines = onHoliday == OnHoliday.RUN
                ? written
                : written.stream().filter(line -> !isOfHolidays(line)).toList();
        for (String line : lines) {
            String upper = line.toUpperCase(Locale.ROOT);
            if (upper.startsWith("DTSTART")) {
                Start read = start(line, zone);
                if (read == null) {
                    return new Reading.Refused("bad_start", line);
                }
                start = read;
            } else if (upper.startsWith("RRULE:") || upper.startsWith("FREQ=") || upper.contains(";FREQ=")) {
                try {
                    rules.add(new RecurrenceRule(
                            upper.startsWith("RRULE:") ? upper.substring("RRULE:".length()) : upper,
                            RecurrenceRule.RfcMode.RFC5545_STRICT));
                } catch (InvalidRecurrenceRuleException e) {
                    return new Reading.Refused("not_a_rule", line);
                }
            } else {
                return new Reading.Refused("not_run", line.split("[;:=]", 2)[0]);
            }
        }
        return rules.isEmpty() ? new Reading.Refused("no_rule", "") : together(rules, start, onHoliday);
    }

    /** What our own line says of holidays; without it nothing is known of them. */
    private static OnHoliday onHoliday(List<String> lines) {
        for (OnHoliday one : OnHoliday.values()) {
            if (lines.contains(RuleWriter.ON_HOLIDAY + ":" + one)) {
                return one;
            }
        }
        return OnHoliday.RUN;
    }

    private static boolean isOfHolidays(String line) {
        return line.startsWith(RuleWriter.ON_HOLIDAY) || line.startsWith("EXDATE;") || line.startsWith("RDATE;");
    }

    private static @Nullable Start start(String line, ZoneId zone) {
        int colon = line.lastIndexOf(':');
        if (colon < 0) {
            return null;
        }
        String value = line.substring(colon + 1).toUpperCase(Locale.ROOT);
        try {
            ZoneId named = zone;
            for (String parameter : line.substring(0, colon).split(";")) {
                if (parameter.toUpperCase(Locale.ROOT).startsWith("TZID=")) {
                    named = ZoneId.of(parameter.substring("TZID=".length()));
                }
            }
            if (value.length() == "20261122".length()) {
                return new Start(LocalDate.parse(value, DAY), null, named);
            }
            boolean utc = value.endsWith("Z");
            LocalDateTime at = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, LOCAL);
            LocalDateTime local = utc ? LocalDateTime.ofInstant(at.toInstant(ZoneOffset.UTC), named) : at;
            return new Start(local.toLocalDate(), local.toLocalTime().withSecond(0), named);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What the rules mean as one schedule. */
    private static Reading together(List<RecurrenceRule> rules, Start start, OnHoliday onHoliday) {
        List<RuleParts> parts =
                rules.stream().map(rule -> new RuleParts(rule, start)).toList();
        for (RuleParts one : parts) {
            Reading.Refused unfit = one.unfit();
            if (unfit != null) {
                return unfit;
            }
        }
        List<LocalTime> times = parts.stream()
                .flatMap(one -> one.times().stream())
                .sorted()
                .distinct()
                .toList();
        for (RuleParts one : parts) {
            Reading.Refused unfit = one.unfitEnd(times);
            if (unfit != null) {
                return unfit;
            }
        }
        Days days = parts.getFirst().days();
        End end = parts.getFirst().end(times);
        if (!parts.stream()
                .allMatch(one -> one.days().equals(days) && one.end(times).equals(end))) {
            return new Reading.Refused("rules_differ", "");
        }
        return rules.size() > 1 && end instanceof End.After
                ? new Reading.Refused("not_run", "COUNT")
                : schedule(days, times, end, start, onHoliday);
    }

    private static Reading schedule(Days days, List<LocalTime> times, End end, Start start, OnHoliday onHoliday) {
        Optional<Schedule.Refusal> refusal = Schedule.refusal(days, times, start.day(), end);
        if (refusal.isPresent()) {
            return new Reading.Refused(refusal.get().code(), "");
        }
        LocalTime begin = start.time();
        if (begin != null
                && times.getFirst().isBefore(begin)
                && days.from(start.day()).take(start.day(), start.day())) {
            return new Reading.Refused("starts_within_a_day", times.getFirst().toString());
        }
        return new Reading.Read(new Schedule(days, times, start.day(), end, start.zone(), onHoliday));
    }

    /** The last day of a rule that ends at this moment; none when that is amid the runs of a day. */
    static @Nullable LocalDate lastDay(Instant until, List<LocalTime> times, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(until, zone);
        if (!local.toLocalTime().isBefore(times.getLast())) {
            return local.toLocalDate();
        }
        return local.toLocalTime().isBefore(times.getFirst())
                ? local.toLocalDate().minusDays(1)
                : null;
    }
}
