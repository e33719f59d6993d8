package io.vestnik.platform.plans.web;

import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.plans.domain.Run;
import io.vestnik.platform.plans.domain.RunState;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.shell.ZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages of plans, in the language of who looks. */
@Component
class PlanWords {
    private static final List<Integer> LATE = List.of(0, 1, 3, 6, 12, 24);

    private final MessageSource messages;
    private final Format format;
    private final ZoneNames zones;

    PlanWords(MessageSource messages, Format format, ZoneNames zones) {
        this.messages = messages;
        this.format = format;
        this.zones = zones;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    Format format() {
        return format;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** A run as the plan's own clock tells it, with its weekday. */
    public String moment(Instant at, ZoneId zone) {
        String pattern = locale().getLanguage().equals("ru") ? "EE, d MMMM uuuu, HH:mm" : "EEE, d MMMM uuuu, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(zone));
    }

    public String state(PlanState state) {
        return of("plans.state." + state.code());
    }

    public Tone tone(PlanState state) {
        return switch (state) {
            case ACTIVE -> Tone.SUCCESS;
            case PAUSED -> Tone.WAITING;
            case OVER, GONE -> Tone.NEUTRAL;
        };
    }

    public String state(RunState state) {
        return of("plans.run." + state.code());
    }

    public Tone tone(RunState state) {
        return switch (state) {
            case DUE, COUNTING -> Tone.PROGRESS;
            case SENT -> Tone.SUCCESS;
            case NO_MONEY, AWAITING_APPROVAL -> Tone.WAITING;
            case REFUSED, FAILED, MISSED -> Tone.FAILURE;
            case NOBODY, WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    /** What exactly was in the way of a run; empty when nothing was. */
    public String detail(Run run) {
        if (run.state() != RunState.REFUSED) {
            return run.detail().isEmpty() ? "" : of("plans.detail." + run.detail());
        }
        String[] parts = run.detail().split("\\|", 2);
        String detail = parts.length > 1 ? parts[1] : "";
        if (parts[0].endsWith(".gone")) {
            return of("plans.detail." + parts[0].replace(".gone", ""));
        }
        try {
            return of("campaigns.fault." + parts[0], detail);
        } catch (NoSuchMessageException e) {
            return of("plans.detail.other", parts[0]);
        }
    }

    List<Option> zones(String chosen) {
        return zones.options(chosen);
    }

    public String zone(ZoneId zone) {
        return zones.name(zone);
    }

    List<Option> late() {
        return LATE.stream()
                .map(hours -> new Option(
                        Integer.toString(hours),
                        hours == 0
                                ? of("plans.late.none")
                                : of("plans.late.hours", format.count(hours, "plans.hours"))))
                .toList();
    }

    List<Option> holidays() {
        return Arrays.stream(OnHoliday.values())
                .map(one -> new Option(one.code(), of("plans.holiday." + one.code())))
                .toList();
    }

    List<Option> units() {
        return List.of(
                new Option("days", of("plans.unit.days")),
                new Option("weeks", of("plans.unit.weeks")),
                new Option("months", of("plans.unit.months")));
    }

    /** A box of the picker. */
    public record Box(int value, String label, String whole) {}

    List<Box> months() {
        return boxes(12, "month");
    }

    List<Box> weekdays() {
        return boxes(7, "weekday");
    }

    private List<Box> boxes(int count, String kind) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Box(
                        number, of("plans." + kind + "." + number + ".short"), of("plans." + kind + "." + number)))
                .toList();
    }
}
