package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vestnik.platform.api.CampaignWire.DraftRequest;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a campaign is sent, as it is written in JSON. */
final class TimingWire {
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 4, 5, 6, 7);
    private static final int MOST_MINUTES = 31 * 1_440;
    private static final String SEND = "send";

    private TimingWire() {}

    /**
     * Allowed hours.
     *
     * @param from such as {@code 09:00}
     * @param days Monday is 1; every day where they are left out
     * @param clock {@code account} or {@code recipient}
     */
    record HoursRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<Integer> days,
            @Nullable String clock) {}

    /** At most so many messages to one person within so many days, 30 at most, of all campaigns. */
    record CapRequest(@Nullable Integer messages, @Nullable Integer days) {}

    /** Another speed on the way: no {@code per_hour} means as fast as it goes. */
    record SpeedRequest(@JsonProperty("per_hour") @Nullable Integer perHour) {
        Spread spread() {
            return perHour == null ? new Spread.AtOnce() : new Spread.PerHour(perHour);
        }
    }

    /**
     * As it is written.
     *
     * @param usual the hours and holidays where the request says nothing of them
     */
    static Timing timing(DraftRequest request, Duration validity, SendingTerms usual, List<FieldError> errors) {
        Hours hours = usual.hours();
        return new Timing(
                validity,
                start(request, errors),
                spread(request, errors),
                request.hours() == null && hours != null
                        ? new Allowed(hours, Whose.ACCOUNT)
                        : allowed(request.hours(), errors),
                Boolean.TRUE.equals(request.quietHours()),
                Objects.requireNonNullElse(request.stopAbove(), 0),
                request.cap() == null ? null : cap(request.cap(), errors),
                holidays(request.holidays(), usual, errors));
    }

    /** On whose holidays nothing leaves, as it is written. */
    static String holidays(@Nullable Whose whose) {
        return whose == null ? SEND : whose.code();
    }

    private static @Nullable Whose holidays(@Nullable String written, SendingTerms usual, List<FieldError> errors) {
        if (written == null) {
            return usual.notOnHolidays() ? Whose.ACCOUNT : null;
        }
        if (written.equals(SEND)) {
            return null;
        }
        Whose whose = whose(written);
        if (whose == null) {
            errors.add(new FieldError("/holidays", "unknown", "send, account or recipient"));
        }
        return whose;
    }

    private static Cap cap(CapRequest cap, List<FieldError> errors) {
        if (cap.messages() == null || cap.days() == null) {
            errors.add(new FieldError(cap.messages() == null ? "/cap/messages" : "/cap/days", "empty", null));
        }
        return new Cap(Objects.requireNonNullElse(cap.messages(), 1), Objects.requireNonNullElse(cap.days(), 1));
    }

    private static Start start(DraftRequest request, List<FieldError> errors) {
        if (request.startAt() == null) {
            return new Start.Now();
        }
        LocalDateTime local = read(LocalDateTime::parse, request.startAt());
        if (local == null) {
            errors.add(new FieldError("/start_at", "not_a_time", "A day and a time without a zone"));
        }
        return new Start.At(local, whose(request.startClock(), "/start_clock", errors));
    }

    private static Spread spread(DraftRequest request, List<FieldError> errors) {
        if (request.perHour() != null) {
            return new Spread.PerHour(request.perHour());
        }
        Integer minutes = request.spreadMinutes();
        if (minutes == null) {
            return new Spread.AtOnce();
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            errors.add(new FieldError("/spread_minutes", "out_of_range", "1 to " + MOST_MINUTES));
            return new Spread.AtOnce();
        }
        return new Spread.Over(Duration.ofMinutes(minutes));
    }

    private static @Nullable Allowed allowed(@Nullable HoursRequest hours, List<FieldError> errors) {
        if (hours == null) {
            return null;
        }
        LocalTime from = read(LocalTime::parse, Objects.requireNonNullElse(hours.from(), ""));
        LocalTime to = read(LocalTime::parse, Objects.requireNonNullElse(hours.to(), ""));
        if (from == null || to == null) {
            errors.add(new FieldError(from == null ? "/hours/from" : "/hours/to", "not_a_time", "Such as 09:00"));
        }
        List<Integer> days = hours.days() == null ? EVERY_DAY : Listed.present(hours.days(), "/hours/days/", errors);
        boolean wrong = days.isEmpty() || !EVERY_DAY.containsAll(days);
        if (wrong) {
            errors.add(new FieldError("/hours/days", "out_of_range", "1 to 7, Monday is 1"));
        }
        Whose clock = whose(hours.clock(), "/hours/clock", errors);
        return new Allowed(
                from == null || to == null || wrong
                        ? null
                        : new Hours(from, to, days.stream().map(DayOfWeek::of).collect(Collectors.toSet())),
                clock);
    }

    private static Whose whose(@Nullable String code, String place, List<FieldError> errors) {
        Whose whose = code == null ? Whose.ACCOUNT : whose(code);
        if (whose == null) {
            errors.add(new FieldError(place, "unknown", "account or recipient"));
            return Whose.ACCOUNT;
        }
        return whose;
    }

    private static @Nullable Whose whose(String code) {
        return Arrays.stream(Whose.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T read(Function<String, T> parser, String written) {
        try {
            return parser.apply(written);
        } catch (DateTimeParseException e) {
            return null; // whoever asked says where
        }
    }
}
