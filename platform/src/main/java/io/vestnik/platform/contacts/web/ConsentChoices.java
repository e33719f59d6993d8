package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.StartedBy;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.domain.ConsentColumn;
import io.vestnik.platform.contacts.web.LoadChoice.ConsentChoice;
import io.vestnik.platform.contacts.web.LoadChoice.SheetChoice;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the page before a load asks about consents: a column that tells of them, or one answer for the whole file. Who may not note
 * consents is not asked, and nothing is noted for them.
 */
@Component
class ConsentChoices {
    private final Format texts;
    private final Clock clock;

    ConsentChoices(Format texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** What a column may tell of a consent: nothing for who may not note any. */
    List<Option> columns(Who who) {
        return who.may(ContactsRights.EDIT)
                ? Stream.of(ConsentColumn.values())
                        .map(it -> new Option(it.key(), texts.text("contacts." + it.key())))
                        .toList()
                : List.of();
    }

    void fill(LoadChoice choice, boolean asked, Model model) {
        model.addAttribute("consent", choice.consent());
        model.addAttribute("consentAsked", asked || choice.consent().typed());
        model.addAttribute(
                "channels",
                StopScope.CHANNELS.stream()
                        .map(it -> new Option(it, texts.text("contacts.channel." + it)))
                        .toList());
    }

    /**
     * What came of what was typed.
     *
     * @param agreed what holds for the whole file; none when nothing is said of consents, and when something is wrong
     * @param errors what is wrong, at its field
     */
    record Checked(@Nullable Agreed agreed, FieldErrors errors) {}

    Checked check(Who who, LoadChoice choice) {
        if (!who.may(ContactsRights.EDIT)) {
            return new Checked(null, FieldErrors.none());
        }
        FieldErrors errors = errors(choice);
        return new Checked(errors.any() ? null : agreed(choice, who), errors);
    }

    private FieldErrors errors(LoadChoice choice) {
        ConsentChoice typed = choice.consent();
        FieldErrors errors = FieldErrors.none();
        if (!typed.at().isEmpty()) {
            Instant at = moment(typed.at());
            if (at == null || !Consent.possible(at, clock.instant())) {
                errors = errors.and("consent.at", texts.text("contacts.consent.at.wrong"));
            }
        } else if (!everyoneTellsWhen(choice)) {
            errors = errors.and("consent.at", texts.text("contacts.load.consents.when"));
        }
        if (!Consent.fits(typed.source(), Consent.LONGEST)) {
            errors = errors.and("consent.source", texts.text("contacts.too-long", Consent.LONGEST));
        }
        if (!Consent.fits(typed.wording(), Consent.LONGEST_WORDING)) {
            errors = errors.and("consent.wording", texts.text("contacts.too-long", Consent.LONGEST_WORDING));
        }
        return errors;
    }

    /** Without a day typed for all, a column has to tell it wherever anything is told of consents. */
    private static boolean everyoneTellsWhen(LoadChoice choice) {
        List<SheetChoice> loaded = loaded(choice);
        return loaded.stream().allMatch(sheet -> sheet.tellsWhen() || !sheet.tellsOfConsents())
                && (!choice.consent().typed() || loaded.stream().anyMatch(SheetChoice::tellsWhen));
    }

    private @Nullable Agreed agreed(LoadChoice choice, Who who) {
        ConsentChoice typed = choice.consent();
        if (!typed.typed() && loaded(choice).stream().noneMatch(SheetChoice::tellsOfConsents)) {
            return null;
        }
        return new Agreed(
                StartedBy.of(who),
                StopScope.CHANNELS.contains(typed.channel()) ? typed.channel() : StopScope.CHANNELS.getFirst(),
                typed.at().isEmpty() ? null : Objects.requireNonNull(moment(typed.at())),
                typed.source(),
                typed.wording());
    }

    private static List<SheetChoice> loaded(LoadChoice choice) {
        return choice.sheets().values().stream().filter(SheetChoice::loaded).toList();
    }

    private @Nullable Instant moment(String written) {
        try {
            return LocalDateTime.parse(written).atZone(texts.zone()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
