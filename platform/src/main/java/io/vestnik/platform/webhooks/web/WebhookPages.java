package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import io.vestnik.platform.webhooks.domain.EndpointDesk;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Endpoints of callbacks: the list, making, changing, one by itself. */
@Controller
@RequestMapping("/webhooks")
class WebhookPages {
    private final EndpointDesk desk;
    private final WebhookWords words;

    WebhookPages(EndpointDesk desk, WebhookWords words) {
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('webhooks:view')")
    String list(@AuthenticationPrincipal Who who, Model model) {
        var endpoints = desk.list(who.account());
        model.addAttribute("endpoints", endpoints);
        model.addAttribute("words", words);
        model.addAttribute("trouble", words.trouble(endpoints));
        return "webhooks/list";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String fresh(Model model) {
        return form(WebhookForm.EMPTY, "/webhooks", true, model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String create(
            @ModelAttribute WebhookForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return saved(desk.create(who, form.draft()), form, "/webhooks", true, model, redirect, response);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:view')")
    String one(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Endpoint endpoint = find(who, id);
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("words", words);
        model.addAttribute("again", words.day());
        model.addAttribute(
                "secret",
                who.may(WebhookConfiguration.EDIT)
                        ? desk.secret(who.account(), id).orElse(null)
                        : null);
        return "webhooks/endpoint";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String edit(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Endpoint endpoint = find(who, id);
        return form(WebhookForm.of(endpoint), "/webhooks/" + id, endpoint.url() != null, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String change(
            @PathVariable long id,
            @ModelAttribute WebhookForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        boolean ownUrl = find(who, id).url() != null;
        Saved saved = desk.change(who, id, form.read(), form.draft());
        return saved(saved, form, "/webhooks/" + id, ownUrl, model, redirect, response);
    }

    private String saved(
            Saved saved,
            WebhookForm form,
            String action,
            boolean ownUrl,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return switch (saved) {
            case Saved.Kept(Endpoint endpoint) -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("webhooks.saved")));
                yield "redirect:/webhooks/" + endpoint.id();
            }
            case Saved.Refused(String field, String code) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("errors", FieldErrors.none().and(name(field), words.of("webhooks.fault." + code)));
                yield form(form, action, ownUrl, model);
            }
            case Saved.Stale(Endpoint current) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("errors", FieldErrors.none().and("batch", words.of("webhooks.fault.stale")));
                yield form(form.withVersion(current.version()), action, ownUrl, model);
            }
            case Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String form(WebhookForm form, String action, boolean ownUrl, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("action", action);
        model.addAttribute("ownUrl", ownUrl);
        model.addAttribute("forms", words.forms());
        model.addAttribute("events", words.events(ownUrl));
        return "webhooks/form";
    }

    /** The field of the form that stands for one of the endpoint. */
    private static String name(String field) {
        return switch (field) {
            case "balance_below" -> "balance";
            case "wait_ms" -> "millis";
            default -> field;
        };
    }

    private Endpoint find(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
