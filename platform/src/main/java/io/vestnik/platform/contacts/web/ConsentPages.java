package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes by hand that somebody agreed, or no longer does. */
@Controller
@PreAuthorize(ContactsRights.MAY_EDIT)
class ConsentPages {
    private final ContactStore contacts;
    private final Consents consents;
    private final Format format;
    private final Clock clock;

    ConsentPages(ContactStore contacts, Consents consents, Format format, Clock clock) {
        this.contacts = contacts;
        this.consents = consents;
        this.format = format;
        this.clock = clock;
    }

    @GetMapping("/contacts/{id:\\d+}/consents/new")
    String empty(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute(
                "at",
                LocalDateTime.ofInstant(clock.instant(), format.zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return form(contact(who, id), model);
    }

    private String form(Contact contact, Model model) {
        model.addAttribute("id", contact.id().value());
        model.addAttribute("phone", contact.phone());
        model.addAttribute(
                "kinds",
                List.of(
                        new Option("true", format.text("contacts.consent.given")),
                        new Option("false", format.text("contacts.consent.withdrawn"))));
        model.addAttribute(
                "channels",
                StopScope.CHANNELS.stream()
                        .map(it -> new Option(it, format.text("contacts.channel." + it)))
                        .toList());
        return "contacts/consent";
    }

    @PostMapping("/contacts/{id:\\d+}/consents/new")
    String note(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Contact contact = contact(who, id);
        Instant at = moment(StopWords.first(sent, "at"));
        String channel = StopWords.first(sent, "channel");
        String source = StopWords.first(sent, "source").strip();
        String wording = StopWords.first(sent, "wording").strip();
        String evidence = StopWords.first(sent, "evidence").strip();
        FieldErrors errors = FieldErrors.none();
        if (at == null || !Consent.possible(at, clock.instant())) {
            errors = errors.and("at", format.text("contacts.consent.at.wrong"));
        }
        if (!StopScope.CHANNELS.contains(channel)) {
            errors = errors.and("channel", format.text("contacts.stops.scope.wrong"));
        }
        errors = length(errors, "source", source, Consent.LONGEST);
        errors = length(errors, "evidence", evidence, Consent.LONGEST);
        errors = length(errors, "wording", wording, Consent.LONGEST_WORDING);
        if (errors.any() || at == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", errors);
            for (String field : List.of("at", "channel", "given", "source", "wording", "evidence")) {
                model.addAttribute(field, StopWords.first(sent, field));
            }
            return form(contact, model);
        }
        boolean given = !StopWords.first(sent, "given").equals("false");
        consents.note(who, List.of(new Consent(contact.phone(), channel, given, at, source, wording, evidence)));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.consent.noted")));
        return "redirect:/contacts/" + id;
    }

    private FieldErrors length(FieldErrors errors, String field, String value, int most) {
        return Consent.fits(value, most) ? errors : errors.and(field, format.text("contacts.too-long", most));
    }

    private @Nullable Instant moment(String written) {
        try {
            return LocalDateTime.parse(written).atZone(format.zone()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Contact contact(Who who, long id) {
        return (id > 0 ? contacts.find(who.account(), new ContactId(id)) : Optional.<Contact>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
