package io.vestnik.platform.contacts.web;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.contacts.domain.LoadRules;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds numbers to the stop-list by hand, one or many at once. */
@Controller
class StopFormPages {
    private static final int SHOWN = 5;

    private final Stops stops;
    private final LoadRules rules;
    private final StopWords words;

    StopFormPages(Stops stops, LoadRules rules, StopWords words) {
        this.stops = stops;
        this.rules = rules;
        this.words = words;
    }

    /** What was typed: numbers, and what is none. */
    private record Numbers(Set<String> phones, List<String> unreadable) {}

    @GetMapping("/contacts/stops/new")
    @PreAuthorize(StopRights.MAY_EDIT)
    String empty(@RequestParam(defaultValue = "") String phone, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("phones", phone);
        words.form(null, model);
        return "contacts/stop-new";
    }

    @PostMapping("/contacts/stops/new")
    @PreAuthorize(StopRights.MAY_EDIT)
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        StopWords.Typed typed = words.typed(sent);
        String written = StopWords.first(sent, "phones");
        Numbers numbers = numbers(written, rules.home(who.account()));
        FieldErrors errors = errors(numbers, typed.errors());
        if (errors.any()) {
            words.refuse(typed, errors, model, response);
            model.addAttribute("phones", written);
            return "contacts/stop-new";
        }
        int added = stops.add(
                who,
                numbers.phones(),
                new Entry(Objects.requireNonNull(typed.scope()), StopSource.HAND, typed.reason()));
        redirect.addFlashAttribute(
                Toast.NAME, Toast.done(words.added(added, numbers.phones().size() - (long) added)));
        return "redirect:/contacts/stops";
    }

    private FieldErrors errors(Numbers numbers, FieldErrors errors) {
        if (!numbers.unreadable().isEmpty()) {
            String some = String.join(
                    ", ",
                    numbers.unreadable()
                            .subList(0, Math.min(SHOWN, numbers.unreadable().size())));
            return errors.and("phones", words.format().text("contacts.stops.unreadable", some));
        }
        if (numbers.phones().isEmpty()) {
            return errors.and("phones", words.format().text("contacts.stops.no-phones"));
        }
        return numbers.phones().size() > Stops.MOST_AT_ONCE
                ? errors.and("phones", words.format().text("contacts.stops.too-many", Stops.MOST_AT_ONCE))
                : errors;
    }

    private static Numbers numbers(String written, Country home) {
        Set<String> phones = new LinkedHashSet<>();
        List<String> unreadable = new ArrayList<>();
        for (String piece : written.split("[\\r\\n,;]+")) {
            if (!piece.isBlank()) {
                switch (PhoneNumber.parse(piece, home)) {
                    case ParseResult.Parsed parsed -> phones.add(parsed.number().digits());
                    case ParseResult.Refused _ -> unreadable.add(piece.strip());
                }
            }
        }
        return new Numbers(phones, unreadable);
    }
}
