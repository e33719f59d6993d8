package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.PasswordLinks;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in, and one's own password. */
@Controller
class SignInPages {

    private final Staff staff;
    private final PasswordLinks links;
    private final MessageSource messages;

    SignInPages(Staff staff, PasswordLinks links, MessageSource messages) {
        this.staff = staff;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping("/sign-in")
    @PreAuthorize("permitAll()")
    String signIn(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal @Nullable Object who, Model model) {
        if (who instanceof Who) {
            return "redirect:/";
        }
        for (String why : new String[] {"failed", "busy", "left", "changed"}) {
            if (parameters.containsKey(why)) {
                model.addAttribute("why", why);
                model.addAttribute("whyTone", why.equals("failed") ? Tone.FAILURE : Tone.NEUTRAL);
            }
        }
        model.addAttribute("reminds", links.on());
        return "accounts/sign-in";
    }

    @GetMapping("/accounts/password")
    @PreAuthorize("hasAuthority('" + AccountRights.SELF + "')")
    String password() {
        return "accounts/password";
    }

    @PostMapping("/accounts/password")
    @PreAuthorize("hasAuthority('" + AccountRights.SELF + "')")
    String change(
            @RequestParam String old,
            @RequestParam String fresh,
            @AuthenticationPrincipal Who who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FieldErrors errors = FieldErrors.none();
        switch (staff.changeOwn(who, old, fresh)) {
            case Staff.Outcome.Wrong(Staff.Field field)
            when field == Staff.Field.PASSWORD_WRONG ->
                errors = errors.and("old", text("accounts.fault.password_wrong"));
            case Staff.Outcome.Wrong _ -> errors = errors.and("fresh", text("accounts.fault.password_weak"));
            case Staff.Outcome.Done _, Staff.Outcome.Stale _, Staff.Outcome.Unknown _, Staff.Outcome.Refused _ -> {}
        }
        if (errors.any()) {
            model.addAttribute("errors", errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "accounts/password";
        }
        // The stamp has changed, so this session has ended like all others of the person.
        request.getSession().invalidate();
        return "redirect:/sign-in?changed";
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
