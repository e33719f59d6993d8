package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Tone;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;

/** The words of the page of the settings of sending. */
class SendingWords {
    private final PathTexts texts;

    SendingWords(PathTexts texts) {
        this.texts = texts;
    }

    String text(String key) {
        return texts.text(key);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, LocaleContextHolder.getLocale());
    }

    String hours(long hours) {
        return texts.format().count(hours, "pipeline.hours");
    }

    FieldErrors errors(SendingSettings.Answer.Refused refused) {
        FieldErrors errors = FieldErrors.none();
        for (SendingSettings.Fault fault : refused.faults()) {
            errors = errors.and(
                    fault.field(),
                    texts.text("pipeline.sending.fault." + fault.field() + "." + fault.code(), hours(fault.hours())));
        }
        return errors;
    }

    void differences(Model model, SendingForm theirs, SendingForm ours) {
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute(
                "changes",
                Stream.of(
                                change("limited", said(theirs), said(ours)),
                                change("home-only", yes(theirs.homeOnly()), yes(ours.homeOnly())),
                                change("sender", theirs.sender(), ours.sender()),
                                change("validity", term(theirs), term(ours)),
                                change("short-links", yes(theirs.shortLinks()), yes(ours.shortLinks())),
                                change("quiet", yes(theirs.quiet()), yes(ours.quiet())),
                                change("holidays", yes(theirs.notOnHolidays()), yes(ours.notOnHolidays())),
                                change("test", yes(theirs.test()), yes(ours.test())),
                                change("zone", theirs.zone(), ours.zone()),
                                change("below", yes(theirs.below()), yes(ours.below())))
                        .filter(Change::differs)
                        .toList());
    }

    private Change change(String field, @Nullable String before, @Nullable String after) {
        return new Change(texts.text("pipeline.sending." + field), empty(before), empty(after));
    }

    private static @Nullable String empty(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private String term(SendingForm form) {
        return hours(Objects.requireNonNullElse(form.validity(), 0));
    }

    private String yes(@Nullable Boolean value) {
        return texts.text(Boolean.TRUE.equals(value) ? "pipeline.sending.yes" : "pipeline.sending.no");
    }

    /** The hours in one line, such as {@code 09:00–21:00, пн, вт: ждёт}. */
    private @Nullable String said(SendingForm form) {
        if (!Boolean.TRUE.equals(form.limited())) {
            return null;
        }
        String days = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.on(day.getValue()))
                .map(SendingWords::name)
                .collect(Collectors.joining(", "));
        return "%s–%s, %s; %s; %s: %s"
                .formatted(
                        form.from(),
                        form.to(),
                        days,
                        texts.text("pipeline.sending.outside."
                                + Objects.requireNonNullElse(form.outside(), SendingForm.code(Outside.WAIT))),
                        texts.text("pipeline.sending.transactional"),
                        yes(form.transactional()));
    }
}
