package io.vestnik.platform.links.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.links.domain.Domain;
import io.vestnik.platform.links.domain.DomainDesk;
import io.vestnik.platform.links.domain.Domains;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How links look and lead; for who serves others what theirs begin with, for the operator also where none may lead. */
@Controller
class SettingsPages {
    private static final String EXAMPLE = "Ab3dE6gH";

    private final DomainDesk desk;
    private final Domains domains;
    private final MessageSource messages;

    SettingsPages(DomainDesk desk, Domains domains, MessageSource messages) {
        this.desk = desk;
        this.domains = domains;
        this.messages = messages;
    }

    @GetMapping("/links/settings")
    @PreAuthorize(LinksConfiguration.MAY_SETTLE)
    String show(@AuthenticationPrincipal Who who, Model model) {
        return page(who, domains.of(who.account()), "", FieldErrors.none(), model);
    }

    @PostMapping("/links/settings")
    @PreAuthorize(LinksConfiguration.MAY_SETTLE)
    String settle(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "false") boolean warn,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        String settled = domains.of(who.account()).address();
        if (!who.may(LinksConfiguration.DOMAIN) && !address.isBlank()) {
            throw new AccessDeniedException("A domain of one's own is for who serves others");
        }
        DomainDesk.Answer answer = desk.settle(who, who.may(LinksConfiguration.DOMAIN) ? address : settled, warn);
        if (answer == DomainDesk.Answer.DONE) {
            return done("links.saved", redirect, locale);
        }
        model.addAttribute("typed", address);
        return refused(answer, "address", who, "", model, response, locale);
    }

    @PostMapping("/links/forbidden")
    @PreAuthorize(LinksConfiguration.MAY_FORBID)
    String forbid(
            @RequestParam(defaultValue = "") String domain,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        DomainDesk.Answer answer = desk.forbid(who, domain);
        return answer == DomainDesk.Answer.DONE
                ? done("links.forbidden.done", redirect, locale)
                : refused(answer, "domain", who, domain, model, response, locale);
    }

    @PostMapping("/links/forbidden/allow")
    @PreAuthorize(LinksConfiguration.MAY_FORBID)
    String allow(
            @RequestParam String domain, @AuthenticationPrincipal Who who, RedirectAttributes redirect, Locale locale) {
        desk.allow(who, domain);
        return done("links.forbidden.gone", redirect, locale);
    }

    private String done(String key, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(Toast.NAME, Toast.done(messages.getMessage(key, null, locale)));
        return "redirect:/links/settings";
    }

    private String refused(
            DomainDesk.Answer answer,
            String field,
            Who who,
            String domain,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String key = "links.refused." + answer.name().toLowerCase(Locale.ROOT);
        FieldErrors errors = FieldErrors.none().and(field, messages.getMessage(key, null, locale));
        return page(who, domains.of(who.account()), domain, errors, model);
    }

    private String page(Who who, Domain settled, String domain, FieldErrors errors, Model model) {
        boolean forbids = who.may(LinksConfiguration.FORBID);
        model.addAttribute("settled", settled);
        model.addAttribute("example", domains.prefix(who.account()) + EXAMPLE);
        model.addAttribute("mayName", who.may(LinksConfiguration.DOMAIN));
        model.addAttribute("mayForbid", forbids);
        model.addAttribute("domain", domain);
        model.addAttribute("forbidden", forbids ? desk.forbidden(who.account()) : List.of());
        model.addAttribute("errors", errors);
        return "links/settings";
    }
}
