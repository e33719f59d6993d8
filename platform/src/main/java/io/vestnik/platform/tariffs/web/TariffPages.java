package io.vestnik.platform.tariffs.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.tariffs.domain.Tariff;
import io.vestnik.platform.tariffs.domain.TariffDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The seller's tariffs: making one, its lines, who pays by it. */
@Controller
@PreAuthorize("hasAuthority('tariffs:manage')")
class TariffPages {
    private final TariffDesk desk;
    private final PriceWords words;

    TariffPages(TariffDesk desk, PriceWords words) {
        this.desk = desk;
        this.words = words;
    }

    @GetMapping("/tariffs")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<Tariff> tariffs = desk.list(who.account());
        model.addAttribute("rows", tariffs);
        model.addAttribute(
                "list",
                ListView.of("tariffs", query)
                        .columns(
                                Column.text("name", "tariffs.name"),
                                Column.number("lines", "tariffs.lines"),
                                Column.number("accounts", "tariffs.accounts"),
                                Column.text("usual", "tariffs.usual"))
                        .page(tariffs.size(), null, null));
        return "tariffs/list";
    }

    @GetMapping("/tariffs/new")
    String form(Model model) {
        model.addAttribute("name", "");
        return "tariffs/form";
    }

    @PostMapping("/tariffs")
    String create(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > Tariff.LONGEST_NAME) {
            model.addAttribute("name", name);
            model.addAttribute("errors", FieldErrors.none().and("name", words.text("tariffs.name.wrong", locale)));
            response.setStatus(422);
            return "tariffs/form";
        }
        return "redirect:/tariffs/" + desk.create(who, plain);
    }

    @GetMapping("/tariffs/{id}")
    String show(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model, Locale locale) {
        Tariff tariff = tariff(who, id);
        model.addAttribute("tariff", tariff);
        model.addAttribute("buyers", options(desk.buyers(who.account())));
        words.lines(desk.lines(tariff), "lines", query, model, locale);
        return "tariffs/tariff";
    }

    @PostMapping("/tariffs/{id}/usual")
    String makeUsual(
            @PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect, Locale locale) {
        return done(desk.makeUsual(who, id), id, "tariffs.usual.done", redirect, locale);
    }

    @PostMapping("/tariffs/{id}/assign")
    String assign(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long account,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect,
            Locale locale) {
        boolean assigned = account > 0 && desk.assign(who, id, new AccountId(account));
        return done(assigned, id, "tariffs.assign.done", redirect, locale);
    }

    private String done(boolean done, long tariff, String key, RedirectAttributes redirect, Locale locale) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.text(key, locale)));
        return "redirect:/tariffs/" + tariff;
    }

    private Tariff tariff(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Option> options(List<Account> accounts) {
        return accounts.stream()
                .map(account -> new Option(account.id().toString(), account.name()))
                .toList();
    }
}
