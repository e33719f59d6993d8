package io.vestnik.platform.tariffs.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.tariffs.domain.Tariff;
import io.vestnik.platform.tariffs.domain.TariffDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new line of a tariff, and the price list of whoever buys by it. */
@Controller
class LinePages {
    private final TariffDesk desk;
    private final PriceWords words;
    private final Accounts accounts;
    private final Clock clock;

    LinePages(TariffDesk desk, PriceWords words, Accounts accounts, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/tariffs/{id}/lines/new")
    @PreAuthorize("hasAuthority('tariffs:manage')")
    String form(@PathVariable long id, @AuthenticationPrincipal Who who, Model model, Locale locale) {
        return show(tariff(who, id), LineForm.EMPTY, model, locale);
    }

    @PostMapping("/tariffs/{id}/lines")
    @PreAuthorize("hasAuthority('tariffs:manage')")
    String add(
            @PathVariable long id,
            @ModelAttribute LineForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Tariff tariff = tariff(who, id);
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> faults = form.faults();
        if (!faults.isEmpty()) {
            FieldErrors errors = FieldErrors.none();
            for (Map.Entry<String, String> fault : faults.entrySet()) {
                errors = errors.and(fault.getKey(), words.text("tariffs." + fault.getValue(), locale));
            }
            model.addAttribute("errors", errors);
            response.setStatus(422);
            return show(tariff, form, model, locale);
        }
        desk.addLine(
                who, id, form.line(clock.instant(), accounts.get(who.account()).zone()));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.text("tariffs.line.done", locale)));
        return "redirect:/tariffs/" + id;
    }

    /** What the viewer's own account pays. */
    @GetMapping("/tariffs/prices")
    @PreAuthorize("hasAuthority('tariffs:view')")
    String prices(ListQuery query, @AuthenticationPrincipal Who who, Model model, Locale locale) {
        Optional<Tariff> own = desk.own(who.account());
        model.addAttribute("tariff", own.orElse(null));
        words.lines(own.map(desk::lines).orElse(List.of()), "prices", query, model, locale);
        return "tariffs/prices";
    }

    private String show(Tariff tariff, LineForm form, Model model, Locale locale) {
        model.addAttribute("tariff", tariff);
        model.addAttribute("form", form);
        model.addAttribute("traffics", words.traffics(locale));
        model.addAttribute("charges", words.charges(locale));
        return "tariffs/line";
    }

    private Tariff tariff(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
