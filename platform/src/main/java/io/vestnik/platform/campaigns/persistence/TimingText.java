package io.vestnik.platform.campaigns.persistence;

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
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The timing of a draft as JSON; what is usual is left out. The lifetime has a column of its own. */
final class TimingText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TimingText() {}

    /**
     * As it is stored.
     *
     * @param start whose clock tells {@code at}; none where it leaves as soon as it is confirmed
     * @param over seconds
     * @param hours whose clock tells them; none where any time is right
     * @param days of the week, Monday is 1
     * @param holidays on whose holidays nothing leaves; none where it does
     */
    private record Stored(
            @Nullable Whose start,
            @Nullable String at,
            @Nullable Long over,
            @Nullable Integer rate,
            @Nullable Whose hours,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<Integer> days,
            boolean quiet,
            @Nullable Integer stopAbove,
            @Nullable Integer capMessages,
            @Nullable Integer capDays,
            @Nullable Whose holidays) {}

    static String write(Timing timing) {
        Start.At at = timing.start() instanceof Start.At given ? given : null;
        Allowed allowed = timing.allowed();
        Hours hours = allowed == null ? null : allowed.hours();
        return JSON.writeValueAsString(new Stored(
                at == null ? null : at.clock(),
                at == null || at.local() == null ? null : at.local().toString(),
                timing.spread() instanceof Spread.Over over ? over.period().toSeconds() : null,
                timing.spread() instanceof Spread.PerHour rate ? rate.messages() : null,
                allowed == null ? null : allowed.clock(),
                hours == null ? null : hours.from().toString(),
                hours == null ? null : hours.to().toString(),
                hours == null
                        ? null
                        : hours.days().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toList(),
                timing.quiet(),
                timing.stopAbove(),
                timing.cap() == null ? null : timing.cap().messages(),
                timing.cap() == null ? null : timing.cap().days(),
                timing.holidays()));
    }

    static Timing read(Duration validity, String json) {
        Stored stored = json.equals("{}") ? null : JSON.readValue(json, Stored.class);
        return stored == null
                ? new Timing(validity)
                : new Timing(
                        validity,
                        start(stored),
                        spread(stored),
                        allowed(stored),
                        stored.quiet(),
                        Objects.requireNonNullElse(stored.stopAbove(), 0),
                        cap(stored),
                        stored.holidays());
    }

    private static @Nullable Cap cap(Stored stored) {
        return stored.capMessages() == null || stored.capDays() == null
                ? null
                : new Cap(stored.capMessages(), stored.capDays());
    }

    private static Start start(Stored stored) {
        return stored.start() == null
                ? new Start.Now()
                : new Start.At(stored.at() == null ? null : LocalDateTime.parse(stored.at()), stored.start());
    }

    private static Spread spread(Stored stored) {
        if (stored.over() != null) {
            return new Spread.Over(Duration.ofSeconds(stored.over()));
        }
        return stored.rate() != null ? new Spread.PerHour(stored.rate()) : new Spread.AtOnce();
    }

    private static @Nullable Allowed allowed(Stored stored) {
        if (stored.hours() == null) {
            return null;
        }
        Hours hours = stored.from() == null
                ? null
                : new Hours(
                        LocalTime.parse(stored.from()),
                        LocalTime.parse(Objects.requireNonNull(stored.to())),
                        Objects.requireNonNull(stored.days()).stream()
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet()));
        return new Allowed(hours, stored.hours());
    }
}
