package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Wallet;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
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

/** The balances of the accounts right below, and putting money on one. */
@Controller
class TopUpPages {
    private static final int PAGE = 50;
    private static final int LONGEST_NOTE = 200;

    private final Wallets wallets;
    private final MessageSource messages;
    private final Format format;

    TopUpPages(Wallets wallets, MessageSource messages, Format format) {
        this.wallets = wallets;
        this.messages = messages;
        this.format = format;
    }

    /** What was typed. */
    record TopUp(String amount, String note) {
        TopUp {
            amount = amount == null ? "" : amount;
            note = note == null ? "" : note.strip();
        }
    }

    @GetMapping("/billing/clients")
    @PreAuthorize("hasAuthority('billing:topup')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Wallet> page = wallets.below(who.account(), query.after().orElse(null), PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "list",
                ListView.of("wallets", query)
                        .columns(
                                Column.text("name", "billing.client"),
                                Column.number("available", "billing.available"),
                                Column.text("act", "billing.topup"))
                        .page(page.items().size(), page.next(), null));
        return "billing/clients";
    }

    @GetMapping("/billing/clients/{id}")
    @PreAuthorize("hasAuthority('billing:topup')")
    String form(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return show(wallet(who, id), new TopUp("", ""), model);
    }

    @PostMapping("/billing/clients/{id}")
    @PreAuthorize("hasAuthority('billing:topup')")
    String topUp(
            @PathVariable long id,
            @ModelAttribute TopUp form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Wallet wallet = wallet(who, id);
        Locale locale = LocaleContextHolder.getLocale();
        FieldErrors errors = errors(form, locale);
        Optional<Money> amount = amount(form.amount());
        if (errors.any() || amount.isEmpty()) {
            model.addAttribute("errors", errors);
            response.setStatus(422);
            return show(wallet, form, model);
        }
        if (!wallets.topUp(who, wallet.account().id(), amount.get(), form.note())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Object[] words = {
            wallet.account().name(), format.money(amount.get(), wallet.account().currency())
        };
        redirect.addFlashAttribute(Toast.NAME, Toast.done(messages.getMessage("billing.topup.done", words, locale)));
        return "redirect:/billing/clients";
    }

    private static String show(Wallet wallet, TopUp form, Model model) {
        model.addAttribute("wallet", wallet);
        model.addAttribute("form", form);
        return "billing/topup";
    }

    private Wallet wallet(Who who, long id) {
        return (id > 0 ? wallets.find(who.account(), new AccountId(id)) : Optional.<Wallet>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private FieldErrors errors(TopUp form, Locale locale) {
        FieldErrors errors = FieldErrors.none();
        Optional<Money> amount = amount(form.amount());
        if (amount.isEmpty()) {
            errors = errors.and("amount", messages.getMessage("billing.topup.wrong", null, locale));
        } else if (amount.get().compareTo(Money.ZERO) <= 0 || amount.get().compareTo(Wallets.MOST) > 0) {
            errors = errors.and("amount", messages.getMessage("billing.topup.range", null, locale));
        }
        if (form.note().length() > LONGEST_NOTE) {
            errors = errors.and("note", messages.getMessage("billing.topup.note.long", null, locale));
        }
        return errors;
    }

    /** An amount as people write it, with a comma and spaces too; none when it is none. */
    private static Optional<Money> amount(String written) {
        String plain = written.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?") ? Optional.of(Money.of(plain)) : Optional.empty();
    }
}
