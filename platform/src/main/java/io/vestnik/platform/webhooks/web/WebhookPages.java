package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.Webhooks.Draft;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import io.vestnik.platform.webhooks.domain.EndpointDesk;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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

    /** What stands in the form. */
    record Form(String url, String events, @Nullable Boolean marks, String batch, String version) {
        static final Form EMPTY = new Form("https://", "final", false, "1", "0");

        Form {
            url = url == null ? "" : url.strip();
            events = events == null ? "final" : events;
            batch = batch == null ? "1" : batch.strip();
            version = version == null ? "0" : version;
        }

        static Form of(Endpoint endpoint) {
            return new Form(
                    endpoint.url() == null ? "" : String.valueOf(endpoint.url()),
                    endpoint.every() ? "every" : "final",
                    endpoint.marks(),
                    Integer.toString(endpoint.batch()),
                    Integer.toString(endpoint.version()));
        }

        int read() {
            return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
        }

        Draft draft() {
            boolean number = batch.matches("[0-9]{1,4}");
            return new Draft(
                    url, events.equals("every"), Boolean.TRUE.equals(marks), number ? Integer.parseInt(batch) : 0);
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('webhooks:view')")
    String list(@AuthenticationPrincipal Who who, Model model) {
        var endpoints = desk.list(who.account());
        model.addAttribute("endpoints", endpoints);
        model.addAttribute("words", words);
        model.addAttribute("trouble", endpoints.stream().anyMatch(it -> switch (it.state()) {
            case ON -> it.failingSince() != null;
            case OFF -> false;
            case PAUSED, GONE -> true;
        }));
        return "webhooks/list";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String fresh(Model model) {
        return form(Form.EMPTY, "/webhooks", true, model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String create(
            @ModelAttribute Form form,
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
        model.addAttribute("rotating", desk.rotating(who.account(), id));
        model.addAttribute("words", words);
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
        return form(Form.of(endpoint), "/webhooks/" + id, endpoint.url() != null, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String change(
            @PathVariable long id,
            @ModelAttribute Form form,
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
            Form form,
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
                model.addAttribute("errors", FieldErrors.none().and(field, words.of("webhooks.fault." + code)));
                yield form(form, action, ownUrl, model);
            }
            case Saved.Stale(Endpoint current) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("errors", FieldErrors.none().and("batch", words.of("webhooks.fault.stale")));
                Form newer = new Form(
                        form.url(), form.events(), form.marks(), form.batch(), Integer.toString(current.version()));
                yield form(newer, action, ownUrl, model);
            }
            case Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String form(Form form, String action, boolean ownUrl, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("action", action);
        model.addAttribute("ownUrl", ownUrl);
        model.addAttribute("events", words.events());
        return "webhooks/form";
    }

    private Endpoint find(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
