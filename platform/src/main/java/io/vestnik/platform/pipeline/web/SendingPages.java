package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.SendingSettings.Answer;
import io.vestnik.platform.pipeline.SendingSettings.Settings;
import io.vestnik.platform.pipeline.SendingSettings.Wish;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an account sends where nothing else is said: its owner settles it. */
@Controller
@PreAuthorize(SendingConfiguration.MAY_SETTLE)
class SendingPages {
    private final SendingSettings desk;
    private final SendingModel shown;
    private final SendingWords words;

    SendingPages(SendingSettings desk, SendingModel shown, SendingWords words) {
        this.desk = desk;
        this.shown = shown;
        this.words = words;
    }

    @GetMapping("/pipeline/sending")
    String show(@AuthenticationPrincipal Who who, Model model) {
        shown.fill(model, who, current(who));
        return "pipeline/sending";
    }

    private SendingForm current(Who who) {
        Settings now = desk.of(who.account());
        return SendingForm.of(
                now.version(), now.terms(), now.below(), now.zone().getId());
    }

    @PostMapping("/pipeline/sending")
    String settle(
            SendingForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        FieldErrors errors = FieldErrors.none();
        Optional<SendingTerms> terms = form.terms();
        if (terms.isEmpty()) {
            errors = errors.and("days", words.text("pipeline.sending.fault.days.never"));
        }
        String zone = Objects.requireNonNullElse(form.zone(), "");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            errors = errors.and("zone", words.text("pipeline.sending.fault.zone.unknown"));
        }
        if (terms.isEmpty() || errors.any()) {
            return again(form, errors, who, model, response);
        }
        Wish wish = new Wish(terms.get(), Boolean.TRUE.equals(form.below()), ZoneId.of(zone));
        return switch (desk.settle(who, form.seen(), wish)) {
            case Answer.Kept _ -> done("pipeline.sending.done", redirect);
            case Answer.Refused refused -> again(form, words.errors(refused), who, model, response);
            case Answer.Stale _ -> stale(form, who, model, response);
        };
    }

    /** From now on by what accounts above hand down, or as everybody. */
    @PostMapping("/pipeline/sending/forget")
    String forget(SendingForm form, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return switch (desk.forget(who, form.seen())) {
            case Answer.Kept _ -> done("pipeline.sending.forgotten", redirect);
            case Answer.Stale _ -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.failed(words.text("pipeline.sending.changed")));
                yield "redirect:/pipeline/sending";
            }
            case Answer.Refused _ -> throw new IllegalStateException("There is nothing to refuse");
        };
    }

    private String done(String key, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.text(key)));
        return "redirect:/pipeline/sending";
    }

    private String again(SendingForm form, FieldErrors errors, Who who, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", errors);
        shown.fill(model, who, form);
        return "pipeline/sending";
    }

    /** What the other one kept, beside what is in the form: saving again keeps the form. */
    private String stale(SendingForm form, Who who, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        SendingForm theirs = current(who);
        words.differences(model, theirs, form);
        shown.fill(model, who, form.seenAs(theirs.seen()));
        return "pipeline/sending";
    }
}
