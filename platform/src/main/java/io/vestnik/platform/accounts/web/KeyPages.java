package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ApiKeys.ApiKey;
import io.vestnik.platform.accounts.domain.KeyFigures;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.accounts.domain.Span;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys of programs: a list with what they sent, a new one whose token is shown once, what each may do, another token, revoking. */
@Controller
@RequestMapping("/accounts/keys")
@PreAuthorize("hasAuthority('" + AccountRights.KEYS + "')")
class KeyPages {

    private final KeyRing keys;
    private final KeyFigures figures;
    private final Scopes scopes;
    private final CodeExamples examples;
    private final KeyTexts words;

    KeyPages(KeyRing keys, KeyFigures figures, Scopes scopes, CodeExamples examples, KeyTexts words) {
        this.keys = keys;
        this.figures = figures;
        this.scopes = scopes;
        this.examples = examples;
        this.words = words;
    }

    /** A key as it is shown. */
    record Row(ApiKey key, Tone tone, String state, List<String> limits) {}

    @GetMapping
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Map<Long, Map<Span, Long>> sent = figures.of(who.account());
        List<Row> rows = keys.list(who.account()).stream()
                .map(key -> new Row(
                        key,
                        key.revokedAt() == null ? Tone.SUCCESS : Tone.NEUTRAL,
                        words.of(key.revokedAt() == null ? "accounts.key.working" : "accounts.key.gone"),
                        words.limits(key.terms(), sent.getOrDefault(key.id(), Map.of()))))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "list",
                ListView.of("keys", query)
                        .columns(
                                Column.text("name", "accounts.users.name"),
                                Column.text("ending", "accounts.keys.ending"),
                                Column.text("role", "accounts.users.role"),
                                Column.text("state", "accounts.users.state"),
                                Column.text("limits", "accounts.keys.limits"),
                                Column.text("last_day", "accounts.key.last_day"),
                                Column.text("used", "accounts.keys.used"),
                                Column.text("created", "accounts.keys.created").onDemand())
                        .page(rows.size(), null, null));
        return "accounts/keys";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(KeyForm.fresh(), FieldErrors.none(), model);
    }

    @PostMapping
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model) {
        KeyForm form = new KeyForm(typed);
        return switch (form.read(scopes.all())) {
            case KeyForm.Read.Wrong(Map<String, String> faults) -> refused(form, faults, response, model);
            case KeyForm.Read.Right(var draft) ->
                keys.create(who, draft)
                        .map(made -> secret(made.id(), made.token(), response, model))
                        .orElseGet(() -> refused(form, Map.of("name", "keys_many"), response, model));
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        ApiKey key = key(who, id);
        return edit(key, KeyForm.of(key), FieldErrors.none(), who, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        ApiKey key = key(who, id);
        KeyForm form = new KeyForm(typed);
        return switch (form.read(scopes.all())) {
            case KeyForm.Read.Wrong(Map<String, String> faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield edit(key, form, words.errors(faults), who, model);
            }
            case KeyForm.Read.Right(var draft) -> {
                if (keys.change(who, id, form.version(), draft)) {
                    yield done("accounts.key.saved", redirect);
                }
                ApiKey saved = key(who, id);
                model.addAttribute("changes", words.changes(KeyForm.of(saved), form));
                model.addAttribute("waiting", Tone.WAITING);
                response.setStatus(HttpStatus.CONFLICT.value());
                yield edit(saved, KeyForm.of(saved), FieldErrors.none(), who, model);
            }
        };
    }

    @PostMapping("/{id}/renew")
    String renew(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int overlap,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model) {
        return keys.renew(who, id, KeyTexts.overlap(overlap))
                .map(token -> secret(id, token, response, model))
                .orElseThrow(KeyPages::gone);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!keys.revoke(who, id)) {
            throw gone();
        }
        return done("accounts.key.revoked", redirect);
    }

    /** One of the account that works. */
    private ApiKey key(Who who, long id) {
        return keys.find(who.account(), id)
                .filter(key -> key.revokedAt() == null)
                .orElseThrow(KeyPages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String done(String text, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of(text)));
        return "redirect:/accounts/keys";
    }

    private String secret(long id, String token, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("id", id);
        model.addAttribute("token", token);
        model.addAttribute("examples", examples.with(token));
        return "accounts/key-secret";
    }

    private String refused(KeyForm form, Map<String, String> faults, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, words.errors(faults), model);
    }

    private String edit(ApiKey key, KeyForm form, FieldErrors errors, Who who, Model model) {
        model.addAttribute("key", key);
        model.addAttribute(
                "counters",
                words.counters(key.terms(), figures.of(who.account()).getOrDefault(key.id(), Map.of())));
        model.addAttribute("overlaps", words.overlaps());
        model.addAttribute("examples", examples.with(words.of("accounts.key.placeholder", key.ending())));
        return form(form, errors, model);
    }

    private String form(KeyForm form, FieldErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", words.roles());
        model.addAttribute("scopes", scopes.all());
        model.addAttribute("words", words);
        model.addAttribute("spans", Span.values());
        return "accounts/key";
    }
}
