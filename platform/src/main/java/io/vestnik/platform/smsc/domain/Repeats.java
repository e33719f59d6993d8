package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.plans.Plans.When;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often a mailing comes again ({@code rpt}, {@code rptn}), as RFC 5545 writes it. */
final class Repeats {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm00");
    private static final String HOURS =
            IntStream.range(0, 24).mapToObj(Integer::toString).collect(Collectors.joining(","));
    private static final int MOST = 9_999;
    private static final int HALF_A_DAY = 12;
    private static final String HOURLY = "1";
    private static final String ON_WORKING_DAYS = "3";

    private Repeats() {}

    /**
     * When a mailing runs that begins then; empty where the request says nothing that is known.
     *
     * @param zone by whose clock it comes again
     */
    static Optional<When.Rule> read(Params params, Instant start, ZoneId zone) {
        long repeats = params.has("rptn") ? params.number("rptn").orElse(-1) : MOST;
        String often = often(params.get("rpt"));
        if (often.isEmpty() || repeats < 0 || repeats > MOST) {
            return Optional.empty();
        }
        boolean counted = params.has("rptn") && !often.contains("COUNT");
        ZoneId clock = params.get("rpt").equals(HOURLY) ? midnightAt(start) : zone;
        ZonedDateTime first = start.atZone(clock);
        String rule = "DTSTART;TZID=" + clock.getId() + ":" + LOCAL.format(first) + "\nRRULE:" + often
                + (counted ? ";COUNT=" + (repeats + 1) : "");
        return Optional.of(new When.Rule(rule, params.get("rpt").equals(ON_WORKING_DAYS) ? "skip" : "run"));
    }

    private static String often(String rpt) {
        return switch (rpt) {
            case "", "0" -> "FREQ=DAILY;COUNT=1";
            case HOURLY -> "FREQ=DAILY;BYHOUR=" + HOURS;
            case "2" -> "FREQ=DAILY";
            case ON_WORKING_DAYS -> "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
            case "4" -> "FREQ=WEEKLY;BYDAY=SA,SU";
            case "5" -> "FREQ=WEEKLY";
            case "6" -> "FREQ=MONTHLY";
            case "7" -> "FREQ=YEARLY";
            default -> "";
        };
    }

    /** A plan begins with a day. Hours are the same everywhere, so what begins amid ours is told by a clock whose day begins then. */
    private static ZoneId midnightAt(Instant start) {
        int hour = start.atZone(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(hour <= HALF_A_DAY ? -hour : 24 - hour);
    }
}
