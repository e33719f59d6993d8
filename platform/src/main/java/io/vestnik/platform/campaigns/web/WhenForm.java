package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.pipeline.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign is sent, as the browser sends it.
 *
 * @param start {@code now} or {@code at}
 * @param at a day and time without a zone
 * @param clock whose clock shows it, by the code of {@link Whose}
 * @param spread {@code once}, {@code over} or {@code rate}
 * @param hours and {@code minutes}: over how long it is spread
 * @param rate messages an hour
 * @param limited whether only some hours are right
 * @param days of the week, Monday is 1
 * @param wall whose clock shows the hours
 * @param quiet whether quiet hours of recipients' countries are kept
 * @param holidays {@code send}, or by the code of {@link Whose} on whose holidays nothing leaves
 * @param stop percent of undelivered above which it stops by itself; none for never
 * @param capMessages with {@code capDays}: how often one person may be written to; none for any number
 */
record WhenForm(
        @Nullable String start,
        @Nullable String at,
        @Nullable String clock,
        @Nullable String spread,
        @Nullable Integer hours,
        @Nullable Integer minutes,
        @Nullable Integer rate,
        @Nullable Boolean limited,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<Integer> days,
        @Nullable String wall,
        @Nullable Boolean quiet,
        @Nullable String holidays,
        @Nullable Integer stop,
        @Nullable Integer capMessages,
        @Nullable Integer capDays) {
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);
    private static final int USUAL_RATE = 1_000;
    private static final int WEEK = 7;
    private static final String SEND = "send";

    static WhenForm of(Timing timing) {
        Start.At at = timing.start() instanceof Start.At given ? given : null;
        Duration period = timing.spread() instanceof Spread.Over over ? over.period() : Duration.ofHours(2);
        Allowed allowed = timing.allowed();
        Hours hours = allowed == null ? null : allowed.hours();
        return new WhenForm(
                at == null ? "now" : "at",
                at == null || at.local() == null ? "" : at.local().toString(),
                (at == null ? Whose.ACCOUNT : at.clock()).code(),
                switch (timing.spread()) {
                    case Spread.AtOnce _ -> "once";
                    case Spread.Over _ -> "over";
                    case Spread.PerHour _ -> "rate";
                },
                (int) period.toHours(),
                period.toMinutesPart(),
                timing.spread() instanceof Spread.PerHour(int messages) ? messages : USUAL_RATE,
                allowed != null,
                hours == null ? "09:00" : hours.from().toString(),
                hours == null ? "21:00" : hours.to().toString(),
                hours == null
                        ? (allowed == null ? EVERY_DAY : List.of())
                        : hours.days().stream().map(DayOfWeek::getValue).toList(),
                (allowed == null ? Whose.ACCOUNT : allowed.clock()).code(),
                timing.quiet(),
                timing.holidays() == null ? SEND : timing.holidays().code(),
                timing.stopAbove() == 0 ? null : timing.stopAbove(),
                timing.cap() == null ? null : timing.cap().messages(),
                timing.cap() == null ? WEEK : timing.cap().days());
    }

    Timing timing(Duration validity) {
        return new Timing(
                validity,
                begins(),
                pace(),
                allowed(),
                Boolean.TRUE.equals(quiet),
                Objects.requireNonNullElse(stop, 0),
                capMessages == null ? null : new Cap(capMessages, Objects.requireNonNullElse(capDays, WEEK)),
                holidays == null || holidays.equals(SEND) ? null : whose(holidays));
    }

    private Start begins() {
        return "at".equals(start) ? new Start.At(local(), whose(clock)) : new Start.Now();
    }

    private @Nullable LocalDateTime local() {
        try {
            return at == null || at.isBlank() ? null : LocalDateTime.parse(at.strip());
        } catch (DateTimeParseException e) {
            return null; // the form asks for it again
        }
    }

    private Spread pace() {
        return switch (Objects.requireNonNullElse(spread, "once")) {
            case "over" ->
                new Spread.Over(Duration.ofHours(Math.clamp(Objects.requireNonNullElse(hours, 0), 0, 10_000))
                        .plusMinutes(Math.clamp(Objects.requireNonNullElse(minutes, 0), 0, 10_000)));
            case "rate" -> new Spread.PerHour(Objects.requireNonNullElse(rate, 0));
            default -> new Spread.AtOnce();
        };
    }

    private @Nullable Allowed allowed() {
        if (!Boolean.TRUE.equals(limited)) {
            return null;
        }
        return new Allowed(Hours.written(from, to, days).orElse(null), whose(wall));
    }

    private static Whose whose(@Nullable String code) {
        return Whose.RECIPIENT.code().equals(code) ? Whose.RECIPIENT : Whose.ACCOUNT;
    }

    boolean on(int day) {
        return Objects.requireNonNullElse(days, EVERY_DAY).contains(day);
    }
}
