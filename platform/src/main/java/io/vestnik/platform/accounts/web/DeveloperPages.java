package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ApiAccess;
import io.vestnik.platform.accounts.domain.ApiAccessStore.Access;
import io.vestnik.platform.accounts.domain.KeyFigures;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page for developers: the switch of the API, its addresses, the login and password of older programs, examples. */
@Controller
@RequestMapping("/accounts/developers")
@PreAuthorize("hasAuthority('" + AccountRights.KEYS + "')")
class DeveloperPages {

    private final ApiAccess access;
    private final CodeExamples examples;
    private final PublicAddress address;
    private final KeyFigures figures;
    private final KeyTexts words;

    DeveloperPages(ApiAccess access, CodeExamples examples, PublicAddress address, KeyFigures figures, KeyTexts words) {
        this.access = access;
        this.figures = figures;
        this.examples = examples;
        this.address = address;
        this.words = words;
    }

    @GetMapping
    String show(@AuthenticationPrincipal Who who, Model model) {
        Access now = access.of(who.account());
        return page(now, login(now), form(now), FieldErrors.none(), model);
    }

    @PostMapping("/on")
    String on(@AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        access.turn(who, true);
        return done("accounts.api.on.done", redirect);
    }

    @PostMapping("/off")
    String off(@AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        access.turn(who, false);
        return done("accounts.api.off.done", redirect);
    }

    @PostMapping("/password")
    String password(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "0") int overlap,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model) {
        return switch (access.issue(who, login, KeyTexts.overlap(overlap))) {
            case ApiAccess.Answer.Given(String given, String password) -> {
                response.setHeader("Cache-Control", "no-store");
                model.addAttribute("login", given);
                model.addAttribute("password", password);
                yield "accounts/api-secret";
            }
            case ApiAccess.Answer.Refused(String reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                Access now = access.of(who.account());
                yield page(now, login, form(now), words.errors(Map.of("login", reason)), model);
            }
        };
    }

    /** From where the login is let in, when it may send, and how much. */
    @PostMapping("/terms")
    String terms(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        KeyForm form = new KeyForm(typed);
        Map<String, String> faults = new LinkedHashMap<>();
        KeyTerms terms = form.terms(Set.of(), faults);
        Access now = access.of(who.account());
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(now, login(now), form, words.errors(faults), model);
        }
        if (access.limit(who, form.version(), terms)) {
            return done("accounts.key.saved", redirect);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", Tone.WAITING);
        return page(now, login(now), form.over(now.version()), FieldErrors.none(), model);
    }

    @PostMapping("/revoke")
    String revoke(@AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        access.revoke(who);
        return done("accounts.api.revoked", redirect);
    }

    private String done(String text, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of(text)));
        return "redirect:/accounts/developers";
    }

    private static String login(Access access) {
        return Objects.requireNonNullElse(access.login(), "");
    }

    private static KeyForm form(Access access) {
        return KeyForm.of(access.terms(), access.version());
    }

    private String page(Access now, String login, KeyForm form, FieldErrors errors, Model model) {
        model.addAttribute("access", now);
        model.addAttribute("login", login);
        model.addAttribute("form", form);
        model.addAttribute("spans", Span.values());
        model.addAttribute("counters", words.counters(now.terms(), figures.ofLogin(now.account())));
        model.addAttribute("errors", errors);
        model.addAttribute("overlaps", words.overlaps());
        model.addAttribute("base", address.of("/api/v1"));
        model.addAttribute("description", address.of("/api/v1/openapi.json"));
        model.addAttribute("examples", examples.with(words.of("accounts.examples.key")));
        return "accounts/developers";
    }
}
