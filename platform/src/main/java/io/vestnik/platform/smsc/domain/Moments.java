package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Params;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When the messages of a request leave, and for how long they may wait.
 *
 * @param time as it is written
 * @param zone on whose clock
 * @param period over which they are spread, none for at once
 * @param step between two batches of them
 * @param validity none where nothing is said
 */
record Moments(
        String time,
        ZoneId zone,
        @Nullable Duration period,
        Duration step,
        @Nullable Duration validity) {
    private static final int MOSCOW = 3;
    private static final DateTimeFormatter SHORT = strict("ddMMuuHHmm");
    private static final DateTimeFormatter LONG = strict("dd.MM.uu HH:mm");
    private static final DateTimeFormatter DAY = strict("dd.MM.uuuu");
    private static final int DAY_LENGTH = 10;
    private static final Pattern UNIX = Pattern.compile("0(\\d{10,11})");
    /** A plus that was not encoded has become a space. */
    private static final Pattern MINUTES = Pattern.compile("[+ ](\\d{1,6})");

    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final Pattern VALID = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?");
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(24);
    private static final int DAY_HOURS = 24;
    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A day as scripts take it, {@code 31.12.2026}; empty for what is none. */
    static Optional<LocalDate> day(String written) {
        try {
            // A year of more digits is read too, and is no time that anything could be asked by.
            return written.length() == DAY_LENGTH ? Optional.of(LocalDate.parse(written, DAY)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What a request says of it; empty where that cannot be understood. */
    static Optional<Moments> read(Params params, ZoneId home) {
        Optional<ZoneId> zone = params.has("tz") ? offset(params.get("tz")) : Optional.of(home);
        Optional<Duration> period = params.has("period") ? hours(params.get("period")) : Optional.of(Duration.ZERO);
        Optional<Duration> validity = params.has("valid") ? validity(params.get("valid")) : Optional.of(Duration.ZERO);
        long step = params.has("period") && params.has("freq")
                ? params.number("freq").orElse(0)
                : 60;
        if (zone.isEmpty() || period.isEmpty() || validity.isEmpty() || step < 1 || step > 1_440) {
            return Optional.empty();
        }
        return Optional.of(new Moments(
                params.get("time"),
                zone.get(),
                period.filter(it -> !it.isZero()).orElse(null),
                Duration.ofMinutes(step),
                validity.filter(it -> !it.isZero()).orElse(null)));
    }

    /** Hours from Moscow, as {@code tz} tells them. */
    static Optional<ZoneId> offset(String written) {
        if (!written.matches("[+ -]?\\d{1,2}")) {
            return Optional.empty();
        }
        int hours = MOSCOW + Integer.parseInt(written.strip());
        return Math.abs(hours) > 18 ? Optional.empty() : Optional.of(ZoneOffset.ofHours(hours));
    }

    private static Optional<Duration> hours(String written) {
        if (!written.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            return Optional.empty();
        }
        Duration period = Duration.ofMinutes(
                new BigDecimal(written).multiply(MINUTES_AN_HOUR).longValue());
        return period.compareTo(Duration.ofMinutes(6)) < 0 || period.compareTo(Duration.ofDays(30)) > 0
                ? Optional.empty()
                : Optional.of(period);
    }

    private static Optional<Duration> validity(String written) {
        Matcher parts = VALID.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minutes = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        Duration validity = Duration.ofHours(Integer.parseInt(parts.group(1))).plusMinutes(minutes);
        return minutes > 59 || validity.isZero() || validity.compareTo(LONGEST_VALIDITY) > 0
                ? Optional.empty()
                : Optional.of(validity);
    }

    /**
     * When the first may leave; empty where what is written is no time.
     *
     * @param clock the zone of these messages, where it differs from the request's
     */
    Optional<Instant> start(Instant now, @Nullable ZoneId clock) {
        ZoneId at = clock == null ? zone : clock;
        Matcher hours = HOURS.matcher(time);
        if (hours.matches()) {
            return window(Integer.parseInt(hours.group(1)), Integer.parseInt(hours.group(2)), now, at);
        }
        return moment(now, at).map(it -> it.isBefore(now) ? now : it);
    }

    private Optional<Instant> moment(Instant now, ZoneId at) {
        if (time.isEmpty() || time.equals("0")) {
            return Optional.of(now);
        }
        Matcher unix = UNIX.matcher(time);
        if (unix.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(unix.group(1))));
        }
        Matcher minutes = MINUTES.matcher(time);
        if (minutes.matches()) {
            return Optional.of(now.plus(Long.parseLong(minutes.group(1)), ChronoUnit.MINUTES));
        }
        try {
            return Optional.of(LocalDateTime.parse(time, time.indexOf('.') < 0 ? SHORT : LONG)
                    .atZone(at)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Within the hours now, outside of them when they begin next; they may lie over midnight. */
    private static Optional<Instant> window(int from, int to, Instant now, ZoneId at) {
        if (from > DAY_HOURS || to > DAY_HOURS || from == to) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.ofInstant(now, at);
        int hour = local.getHour();
        boolean open = from < to ? hour >= from && hour < to : hour >= from || hour < to;
        if (open) {
            return Optional.of(now);
        }
        LocalDateTime opens = local.truncatedTo(ChronoUnit.DAYS).plusHours(from);
        return Optional.of(
                (opens.isAfter(local) ? opens : opens.plusDays(1)).atZone(at).toInstant());
    }

    /** How long after the first one of so many may leave: in batches, evenly. */
    Duration delay(int place, int of) {
        if (period == null) {
            return Duration.ZERO;
        }
        long batches = Math.max(1, period.dividedBy(step));
        return step.multipliedBy(place * batches / of);
    }
}
