package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.texts.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Words of the pages of campaigns, in the language of who looks. */
class CampaignTexts {
    private final MessageSource messages;
    private final Format format;

    CampaignTexts(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The sentence of a key that others may have left out of the bundle. */
    String textOr(String key, String otherwise) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }

    Format format() {
        return format;
    }

    /** A span of time: in hours where it is whole ones. */
    String span(Duration span) {
        return span.toMinutesPart() == 0 ? format.count(span.toHours(), "campaigns.hours") : format.duration(span);
    }

    Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** A name for pages: what the person called it, or a word for what has none. */
    String name(String name) {
        return name.isBlank() ? text("campaigns.unnamed") : name;
    }

    /** The name of an operator; a network that the numbering plan does not know has only its code for a name. */
    String operator(String mccMnc, String name) {
        return name.equals(mccMnc) ? text("campaigns.operator.unknown", mccMnc) : name;
    }

    /** Each fault at the field of the form that it is about. */
    FieldErrors errors(List<Fault> faults) {
        FieldErrors errors = FieldErrors.none();
        for (Fault fault : faults) {
            errors = errors.and(fieldOf(fault), text(fault));
        }
        return errors;
    }

    private static String fieldOf(Fault fault) {
        return switch (fault.field()) {
            case "audience" -> fault.code().equals("too_many_phones") ? "phones" : "groups";
            case "start" -> "when.at";
            case "spread" -> "when.hours";
            case "rate" -> "when.rate";
            case "hours" -> "when.days";
            case "holidays" -> "when.holidays";
            case "stop" -> "when.stop";
            case "cap" -> "when.capMessages";
            default -> fault.field();
        };
    }

    String text(Fault fault) {
        if (fault.code().equals("never_open")) {
            return fault.detail().isEmpty()
                    ? text("campaigns.fault.hours.never_come")
                    : text("campaigns.fault." + fault.field() + ".never_open", countries(fault.detail()));
        }
        return text("campaigns.fault." + fault.field() + "." + fault.code(), fault.detail());
    }

    private String countries(String codes) {
        return Arrays.stream(codes.split(", ")).map(this::country).collect(Collectors.joining(", "));
    }

    /** A country by its two letters. */
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale());
    }

    /** What is wrong with a placeholder. */
    String text(Texts.Fault fault) {
        return text("campaigns.fault.text." + fault.code(), fault.written());
    }

    static Tone tone(CampaignState state) {
        return switch (state) {
            case DRAFT, CANCELLED -> Tone.NEUTRAL;
            case PREVIEWING, RUNNING -> Tone.PROGRESS;
            case PREVIEWED, AWAITING_PAYMENT, AWAITING_APPROVAL, SCHEDULED, PAUSED -> Tone.WAITING;
            case FINISHED -> Tone.SUCCESS;
        };
    }
}
