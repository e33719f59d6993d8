package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.domain.Forgetful;
import io.vestnik.platform.accounts.domain.LinkedPasswords;
import io.vestnik.platform.accounts.domain.PasswordLinks;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Setting a password by a link from a letter, and asking for one. */
@Controller
@PreAuthorize("permitAll()")
class PasswordPages {

    private final PasswordLinks links;
    private final LinkedPasswords linked;
    private final Forgetful forgetful;
    private final Words words;

    PasswordPages(PasswordLinks links, LinkedPasswords linked, Forgetful forgetful, Words words) {
        this.links = links;
        this.linked = linked;
        this.forgetful = forgetful;
        this.words = words;
    }

    @GetMapping("/sign-in/forgot")
    String forgot() {
        requireMail();
        return "accounts/forgot";
    }

    /** The answer is the same for an address that we know and for one that we do not. */
    @PostMapping("/sign-in/forgot")
    String remind(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        requireMail();
        if (email.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", FieldErrors.none().and("email", words.of("accounts.fault.email_shape")));
        } else if (forgetful.remind(email, request.getRemoteAddr(), language)) {
            model.addAttribute("sent", Tone.SUCCESS);
        } else {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("busy", Tone.FAILURE);
        }
        return "accounts/forgot";
    }

    @GetMapping("/sign-in/link")
    String form(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return show(token, FieldErrors.none(), HttpStatus.OK, response, model);
    }

    @PostMapping("/sign-in/link")
    String set(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletResponse response,
            Model model) {
        return switch (linked.set(token, fresh)) {
            case LinkedPasswords.Answer.Done() -> "redirect:/sign-in?changed";
            case LinkedPasswords.Answer.Weak() -> {
                FieldErrors errors = FieldErrors.none().and("fresh", words.of("accounts.fault.password_weak"));
                yield show(token, errors, HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            }
            case LinkedPasswords.Answer.Over() -> gone(response, model);
        };
    }

    private String show(
            String token, FieldErrors errors, HttpStatus status, HttpServletResponse response, Model model) {
        Optional<Person> holder = linked.holder(token);
        if (holder.isEmpty()) {
            return gone(response, model);
        }
        response.setStatus(status.value());
        model.addAttribute("token", token);
        model.addAttribute("login", holder.get().login());
        model.addAttribute("errors", errors);
        return "accounts/link";
    }

    private String gone(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("reminds", links.on());
        return "accounts/link-void";
    }

    private void requireMail() {
        if (!links.on()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
