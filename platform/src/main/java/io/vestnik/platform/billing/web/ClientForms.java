package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.AccountsBelow.Change;
import io.vestnik.platform.accounts.AccountsBelow.Changed;
import io.vestnik.platform.accounts.AccountsBelow.Opened;
import io.vestnik.platform.accounts.AccountsBelow.Opening;
import io.vestnik.platform.accounts.AccountsBelow.Owner;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.ZoneNames;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Opening, changing and closing accounts right below. */
@Controller
@PreAuthorize("hasAuthority('clients:manage')")
class ClientForms {
    private static final String LIST = "redirect:/billing/clients";

    private final AccountsBelow below;
    private final Accounts accounts;
    private final ZoneNames zones;
    private final ClientModel page;
    private final ClientWords words;

    ClientForms(AccountsBelow below, Accounts accounts, ZoneNames zones, ClientModel page, ClientWords words) {
        this.below = below;
        this.accounts = accounts;
        this.zones = zones;
        this.page = page;
        this.words = words;
    }

    /**
     * A new account as typed.
     *
     * @param owner the name of its first person, whose e-mail and login follow
     * @param tariff the number of the one that it pays by; empty for the usual one
     */
    record Draft(
            String name,
            String kind,
            String zone,
            String note,
            String owner,
            String email,
            String login,
            String tariff) {
        Draft {
            name = orEmpty(name);
            kind = orEmpty(kind);
            zone = orEmpty(zone);
            note = orEmpty(note);
            owner = orEmpty(owner);
            email = orEmpty(email);
            login = orEmpty(login);
            tariff = orEmpty(tariff);
        }
    }

    /** What is changed of an account, as typed. */
    record Settings(String name, String zone, String note, int version) {
        Settings {
            name = orEmpty(name);
            zone = orEmpty(zone);
            note = orEmpty(note);
        }

        static Settings of(Below client) {
            Account account = client.account();
            return new Settings(account.name(), account.zone().getId(), client.note(), client.version());
        }
    }

    @GetMapping("/billing/clients/new")
    String fresh(@AuthenticationPrincipal Who who, Model model) {
        String home = accounts.get(who.account()).zone().getId();
        return form(who, new Draft("", AccountKind.CLIENT.name(), home, "", "", "", "", ""), model);
    }

    @PostMapping("/billing/clients")
    String open(
            @ModelAttribute Draft draft,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<AccountKind> kind = accounts.get(who.account()).kind().below().stream()
                .filter(it -> it.name().equals(draft.kind()))
                .findFirst();
        Optional<ZoneId> zone = zone(draft.zone());
        if (kind.isEmpty() || zone.isEmpty() || !draft.tariff().matches("\\d{0,18}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Owner owner = new Owner(draft.owner(), draft.email(), draft.login());
        Opening opening = new Opening(kind.get(), draft.name(), zone.get(), draft.note(), owner, null)
                .by(draft.tariff().isEmpty() ? null : Long.valueOf(draft.tariff()));
        return switch (below.open(who, opening)) {
            case Opened.Done done -> opened(done, owner, model, redirect);
            case Opened.Refused(String field, String code) -> wrong(who, draft, field, code, model, response);
            case Opened.TooMany _ -> wrong(who, draft, "name", "too_many", model, response);
            case Opened.TooOften _ -> wrong(who, draft, "name", "too_often", model, response);
        };
    }

    private String opened(Opened.Done made, Owner owner, Model model, RedirectAttributes redirect) {
        if (made.password() == null) {
            String name = made.below().account().name();
            redirect.addFlashAttribute(Toast.NAME, done("billing.client.opened", name, owner.email()));
            return at(made.below());
        }
        model.addAttribute("client", made.below());
        model.addAttribute("login", owner.login());
        model.addAttribute("password", made.password());
        return "billing/client-secret";
    }

    private String wrong(Who who, Draft draft, String field, String code, Model model, HttpServletResponse response) {
        model.addAttribute("errors", words.error(field, code));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(who, draft, model);
    }

    private String form(Who who, Draft draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("kinds", words.kinds(accounts.get(who.account()).kind()));
        model.addAttribute("zones", zones.options(draft.zone()));
        model.addAttribute("tariffs", page.tariffs(who));
        return "billing/client-new";
    }

    @PostMapping("/billing/clients/{id}/settings")
    String change(
            @PathVariable long id,
            @ModelAttribute Settings settings,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Below client = page.client(who, id);
        ZoneId zone = zone(settings.zone()).orElse(client.account().zone());
        Change change = new Change(settings.name(), zone, settings.note());
        return switch (below.change(who, client.account().id(), settings.version(), change)) {
            case Changed.Done(Below now) -> {
                redirect.addFlashAttribute(Toast.NAME, done("billing.client.saved"));
                yield at(now);
            }
            case Changed.Refused(String field, String code) -> {
                model.addAttribute("errors", words.error(field, code));
                model.addAttribute("settings", settings);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page.show(client, model);
            }
            case Changed.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Changed.Stale(Below now) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page.stale(now, settings, model);
            }
        };
    }

    @PostMapping("/billing/clients/{id}/close")
    String close(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Below client = page.client(who, id);
        below.close(who, client.account().id());
        redirect.addFlashAttribute(
                Toast.NAME,
                done("billing.client.closed.done", client.account().name())
                        .undoneBy("/billing/clients/" + id + "/reopen"));
        return at(client);
    }

    @PostMapping("/billing/clients/{id}/reopen")
    String reopen(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Below client = page.client(who, id);
        below.reopen(who, client.account().id());
        redirect.addFlashAttribute(
                Toast.NAME, done("billing.client.reopened", client.account().name()));
        return at(client);
    }

    private Toast done(String key, Object... arguments) {
        return Toast.done(words.text(key, LocaleContextHolder.getLocale(), arguments));
    }

    private static String at(Below client) {
        return LIST + "/" + client.account().id();
    }

    private static Optional<ZoneId> zone(String typed) {
        return Optional.of(typed).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    }

    private static String orEmpty(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
