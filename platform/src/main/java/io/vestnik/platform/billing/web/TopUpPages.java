package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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

/** The page of an account right below: putting money on it and taking it back. */
@Controller
class TopUpPages {
    private static final int LONGEST_NOTE = 200;

    private final Wallets wallets;
    private final ClientModel page;
    private final ClientWords words;
    private final Format format;

    TopUpPages(Wallets wallets, ClientModel page, ClientWords words, Format format) {
        this.wallets = wallets;
        this.page = page;
        this.words = words;
        this.format = format;
    }

    /**
     * What was typed into one of two forms: what is put on and why, or what is taken back and why.
     *
     * @param back names a field of its own, as {@code reason} does: both forms stand on one page
     */
    record Payment(String amount, String note, String back, String reason) {
        static final Payment NONE = new Payment("", "", "", "");

        Payment {
            amount = Objects.requireNonNullElse(amount, "");
            note = Objects.requireNonNullElse(note, "").strip();
            back = Objects.requireNonNullElse(back, "");
            reason = Objects.requireNonNullElse(reason, "").strip();
        }
    }

    @GetMapping("/billing/clients/{id}")
    @PreAuthorize("hasAnyAuthority('billing:topup', 'clients:manage')")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return page.show(page.client(who, id), model);
    }

    @PostMapping("/billing/clients/{id}")
    @PreAuthorize("hasAuthority('billing:topup')")
    String topUp(
            @PathVariable long id,
            @ModelAttribute Payment payment,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Account account = page.client(who, id).account();
        Optional<Money> amount = amount(payment.amount());
        FieldErrors errors = errors("amount", amount, "note", payment.note(), locale);
        if (errors.any() || amount.isEmpty()) {
            return again(who, id, payment, errors, model, response);
        }
        if (!wallets.topUp(who, account.id(), amount.get(), payment.note())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return done("billing.topup.done", account, amount.get(), redirect, locale);
    }

    @PostMapping("/billing/clients/{id}/withdraw")
    @PreAuthorize("hasAuthority('billing:topup')")
    String withdraw(
            @PathVariable long id,
            @ModelAttribute Payment payment,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Account account = page.client(who, id).account();
        Optional<Money> amount = amount(payment.back());
        FieldErrors errors = errors("back", amount, "reason", payment.reason(), locale);
        if (errors.any() || amount.isEmpty()) {
            return again(who, id, payment, errors, model, response);
        }
        return switch (wallets.takeBack(who, account.id(), amount.get(), payment.reason())) {
            case DONE -> done("billing.back.done", account, amount.get(), redirect, locale);
            case REFUSED -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case NOT_ENOUGH -> {
                FieldErrors few = FieldErrors.none().and("back", words.text("billing.back.few", locale));
                yield again(who, id, payment, few, model, response);
            }
        };
    }

    private String again(
            Who who, long id, Payment payment, FieldErrors errors, Model model, HttpServletResponse response) {
        model.addAttribute("errors", errors);
        model.addAttribute("payment", payment);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Below client = page.client(who, id);
        return page.show(client, model);
    }

    private String done(String key, Account account, Money amount, RedirectAttributes redirect, Locale locale) {
        String text = words.text(key, locale, account.name(), format.money(amount, account.currency()));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(text));
        return "redirect:/billing/clients/" + account.id();
    }

    private FieldErrors errors(String field, Optional<Money> amount, String noteField, String note, Locale locale) {
        FieldErrors errors = FieldErrors.none();
        if (amount.isEmpty()) {
            errors = errors.and(field, words.text("billing.topup.wrong", locale));
        } else if (amount.get().compareTo(Money.ZERO) <= 0 || amount.get().compareTo(Wallets.MOST) > 0) {
            errors = errors.and(field, words.text("billing.topup.range", locale));
        }
        return note.length() > LONGEST_NOTE
                ? errors.and(noteField, words.text("billing.topup.note.long", locale))
                : errors;
    }

    /** An amount as people write it, with a comma and spaces too; none when it is none. */
    private static Optional<Money> amount(String written) {
        String plain = written.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?") ? Optional.of(Money.of(plain)) : Optional.empty();
    }
}
