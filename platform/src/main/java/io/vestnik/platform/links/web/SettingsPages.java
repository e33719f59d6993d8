package io.vestnik.platform.links.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.links.LinkDomains;
import io.vestnik.platform.links.LinkDomains.Settled;
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

    private final LinkDomains desk;
    private final MessageSource messages;

    SettingsPages(LinkDomains desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/links/settings")
    @PreAuthorize(LinksConfiguration.MAY_SETTLE)
    String show(@AuthenticationPrincipal Who who, Model model) {
        return page(who, desk.settled(who.account()), "", FieldErrors.none(), model);
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
        // Who may name no domain has no field for one: what is settled stays.
        boolean unnamed = !who.may(LinkDomains.DOMAIN) && address.isBlank();
        LinkDomains.Answer answer =
                desk.settle(who, unnamed ? desk.settled(who.account()).address() : address, warn);
        if (answer == LinkDomains.Answer.DONE) {
            return done("links.saved", redirect, locale);
        }
        if (answer == LinkDomains.Answer.NOT_ALLOWED) {
            throw new AccessDeniedException("A domain of one's own is for who serves others");
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
        LinkDomains.Answer answer = desk.forbid(who, domain);
        return answer == LinkDomains.Answer.DONE
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
            LinkDomains.Answer answer,
            String field,
            Who who,
            String domain,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String key = "links.refused." + answer.name().toLowerCase(Locale.ROOT);
        FieldErrors errors = FieldErrors.none().and(field, messages.getMessage(key, null, locale));
        return page(who, desk.settled(who.account()), domain, errors, model);
    }

    private String page(Who who, Settled settled, String domain, FieldErrors errors, Model model) {
        boolean forbids = who.may(LinksConfiguration.FORBID);
        model.addAttribute("settled", settled);
        model.addAttribute("example", settled.prefix() + EXAMPLE);
        model.addAttribute("mayName", who.may(LinkDomains.DOMAIN));
        model.addAttribute("mayForbid", forbids);
        model.addAttribute("domain", domain);
        model.addAttribute("forbidden", forbids ? desk.forbidden(who.account()) : List.of());
        model.addAttribute("errors", errors);
        return "links/settings";
    }
}
