package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.smppserver.domain.Presence;
import io.vestnik.platform.smppserver.domain.SmppSystem;
import io.vestnik.platform.smppserver.domain.Systems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

/** The system ids of an account: a list, a new one whose password is shown once, what each may do, switching off, revoking. */
@Controller
@RequestMapping("/smppserver")
@PreAuthorize("hasAuthority('" + SystemRights.MANAGE + "')")
class SystemPages {
    private static final String HOME = "redirect:/smppserver";

    private final Systems systems;
    private final Presence presence;
    private final SystemWords words;

    SystemPages(Systems systems, Presence presence, SystemWords words) {
        this.systems = systems;
        this.presence = presence;
        this.words = words;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("systems", systems.list(who.account()));
        model.addAttribute("binds", presence.binds(who.account()));
        model.addAttribute("port", presence.port().isPresent() ? presence.port().getAsInt() : null);
        return "smppserver/list";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(SystemForm.USUAL, FieldErrors.none(), model);
    }

    @PostMapping
    String create(
            @ModelAttribute SystemForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model) {
        return switch (form.read()) {
            case SystemForm.Read.Wrong(Map<String, String> faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(form, words.errors(faults), model);
            }
            case SystemForm.Read.Terms(var terms) ->
                switch (systems.create(who, form.name(), terms)) {
                    case Systems.Answer.Given given -> secret(given.systemId(), given.password(), response, model);
                    case Systems.Answer.Refused(String reason) -> {
                        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                        yield form(form, words.errors(Map.of("systemId", reason)), model);
                    }
                };
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        SmppSystem system = system(who, id);
        return edit(system, SystemForm.of(system), FieldErrors.none(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute SystemForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        SmppSystem system = system(who, id);
        return switch (form.read()) {
            case SystemForm.Read.Wrong(Map<String, String> faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield edit(system, form, words.errors(faults), model);
            }
            case SystemForm.Read.Terms(var terms) -> {
                if (systems.change(who, system, form.seen(), terms)) {
                    yield done(redirect, "saved", system);
                }
                SmppSystem saved = system(who, id);
                SystemForm latest = SystemForm.of(saved);
                model.addAttribute("changes", words.changes(latest, form));
                model.addAttribute("waiting", Tone.WAITING);
                response.setStatus(HttpStatus.CONFLICT.value());
                yield edit(saved, latest, FieldErrors.none(), model);
            }
        };
    }

    @PostMapping("/{id}/password")
    String password(
            @PathVariable long id, @AuthenticationPrincipal Who who, HttpServletResponse response, Model model) {
        SmppSystem system = system(who, id);
        return secret(system.systemId(), systems.renew(who, system).orElseThrow(SystemPages::gone), response, model);
    }

    @PostMapping("/{id}/on")
    String on(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        SmppSystem system = system(who, id);
        systems.activate(who, system, true);
        return done(redirect, "switched.on", system);
    }

    @PostMapping("/{id}/off")
    String off(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        SmppSystem system = system(who, id);
        systems.activate(who, system, false);
        return done(redirect, "switched.off", system);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        SmppSystem system = system(who, id);
        systems.revoke(who, system);
        return done(redirect, "revoked.done", system);
    }

    private String done(RedirectAttributes redirect, String key, SmppSystem system) {
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of(key, system.systemId())));
        return HOME;
    }

    /** One that is not revoked: what is gone is gone for its owner too. */
    private SmppSystem system(Who who, long id) {
        return systems.find(who.account(), id)
                .filter(system -> system.revokedAt() == null)
                .orElseThrow(SystemPages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String secret(String systemId, String password, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("systemId", systemId);
        model.addAttribute("password", password);
        model.addAttribute("port", presence.port().isPresent() ? presence.port().getAsInt() : null);
        return "smppserver/secret";
    }

    private String form(SystemForm form, FieldErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("modes", words.modes());
        model.addAttribute("alphabets", words.alphabets());
        model.addAttribute("traffics", words.traffics());
        return "smppserver/form";
    }

    private String edit(SmppSystem system, SystemForm form, FieldErrors errors, Model model) {
        model.addAttribute("system", system);
        return form(form, errors, model);
    }
}
