package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.SenderCodes;
import io.vestnik.platform.senders.SenderCodes.Checked;
import io.vestnik.platform.senders.SenderCodes.Sent;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends the code by which a number is confirmed, and takes it back from whoever has read it. */
@Controller
@PreAuthorize(SenderRights.MAY_REQUEST)
class ProofPages {
    /** Reasons that have words of their own. */
    private static final Set<String> TOLD = Set.of(
            "no_sender",
            "busy",
            "no_money",
            "sender_not_allowed",
            "no_route",
            "no_price",
            "bad_recipient",
            "stopped",
            "account_closed",
            "foreign_number");

    private final SenderCodes codes;
    private final SenderModel shown;
    private final Format format;

    ProofPages(SenderCodes codes, SenderModel shown, Format format) {
        this.codes = codes;
        this.shown = shown;
        this.format = format;
    }

    @PostMapping("/senders/{id:\\d{1,18}}/code")
    String send(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal Who who,
            Locale locale,
            RedirectAttributes redirect) {
        SenderCodes.Wish wish = new SenderCodes.Wish(from.isBlank() ? null : from, "", locale);
        Toast toast = switch (codes.send(who, id, wish, KeyUse.FREE)) {
            case Sent.On _ -> Toast.done(format.text("senders.code.sent"));
            case Sent.Gone _ -> throw SenderForm.gone();
            case Sent.NotWaiting _ -> Toast.failed(format.text("senders.code.not-waiting"));
            case Sent.TooMany _ -> Toast.failed(format.text("senders.code.too-many"));
            case Sent.OfKey _ -> throw new IllegalStateException("People come in by no key");
            case Sent.Refused(String reason) -> Toast.failed(format.text("senders.code.refused", why(reason)));
        };
        redirect.addFlashAttribute(Toast.NAME, toast);
        return "redirect:/senders/" + id;
    }

    private String why(String reason) {
        return format.text("senders.code.reason." + (TOLD.contains(reason) ? reason : "other"));
    }

    @PostMapping("/senders/{id:\\d{1,18}}/confirm")
    String confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return switch (codes.check(who, id, code.strip())) {
            case Checked.Confirmed(var sender) -> {
                redirect.addFlashAttribute(
                        Toast.NAME,
                        Toast.done(format.text("senders.asked." + sender.state().code(), sender.name())));
                yield "redirect:/senders/" + id;
            }
            case Checked.Gone _ -> throw SenderForm.gone();
            case Checked.NotWaiting _ -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.failed(format.text("senders.code.not-waiting")));
                yield "redirect:/senders/" + id;
            }
            case Checked.Wrong(int left) -> refused(who, id, format.text("senders.code.wrong", left), model, response);
            case Checked.Over _ -> refused(who, id, format.text("senders.code.over"), model, response);
        };
    }

    private String refused(Who who, long id, String fault, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", FieldErrors.none().and("code", fault));
        return shown.show(who, id, model);
    }
}
