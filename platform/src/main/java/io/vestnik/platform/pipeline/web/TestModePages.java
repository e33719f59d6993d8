package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.TestModes;
import io.vestnik.platform.shell.Toast;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Test mode of an account right below: a part of that account's page. */
@Controller
@RequestMapping("/pipeline/clients/{id}/test")
@PreAuthorize("hasAuthority('clients:manage')")
class TestModePages {
    private final TestModes modes;
    private final SendingRules rules;
    private final Accounts accounts;
    private final MessageSource messages;

    TestModePages(TestModes modes, SendingRules rules, Accounts accounts, MessageSource messages) {
        this.modes = modes;
        this.rules = rules;
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Account account = Optional.of(id)
                .filter(it -> it > 0)
                .flatMap(it -> accounts.find(new AccountId(it)))
                .filter(it -> who.account().equals(it.parent()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("account", id);
        model.addAttribute("test", rules.of(account.id()).test());
        return "pipeline/test-mode :: part";
    }

    @PostMapping
    String turn(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean test,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect,
            Locale locale) {
        if (id <= 0 || !modes.turn(who, new AccountId(id), test)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String text = messages.getMessage("pipeline.test_mode." + (test ? "on" : "off"), null, locale);
        redirect.addFlashAttribute(Toast.NAME, Toast.done(text));
        return "redirect:/billing/clients/" + id;
    }
}
