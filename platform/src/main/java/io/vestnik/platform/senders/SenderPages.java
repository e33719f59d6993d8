package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of sender names, and the request for a new one. */
@Controller
class SenderPages {
    private static final int PAGE = 50;

    private final SenderStore store;
    private final SenderList senders;
    private final MessageSource messages;

    SenderPages(SenderStore store, SenderList senders, MessageSource messages) {
        this.store = store;
        this.senders = senders;
        this.messages = messages;
    }

    @GetMapping("/senders")
    @PreAuthorize("hasAuthority('senders:view')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Sender> page =
                store.list(who.account(), query.search(), query.after().orElse(null), PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute("mayLimit", who.may("senders:request"));
        model.addAttribute(
                "list",
                ListView.of("senders", query)
                        .searchable("senders.search")
                        .columns(
                                Column.text("name", "senders.name"),
                                Column.text("state", "senders.state"),
                                Column.text("operators", "senders.operators"),
                                Column.text("requested", "senders.requested"),
                                Column.text("answer", "senders.answer"))
                        .page(page.items().size(), page.next(), null));
        return "senders/list";
    }

    @GetMapping("/senders/new")
    @PreAuthorize("hasAuthority('senders:request')")
    String form(Model model) {
        model.addAttribute("name", "");
        return "senders/form";
    }

    @PostMapping("/senders")
    @PreAuthorize("hasAuthority('senders:request')")
    String request(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return switch (senders.request(who, name.strip())) {
            case SenderList.Answer.Approved _ -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(text("senders.approved", locale, name.strip())));
                yield "redirect:/senders";
            }
            case SenderList.Answer.Refused(String reason, String detail) -> {
                model.addAttribute("name", name);
                model.addAttribute(
                        "errors", FieldErrors.none().and("name", text("senders.refused." + reason, locale, detail)));
                response.setStatus(422);
                yield "senders/form";
            }
        };
    }

    @GetMapping("/senders/operators")
    @PreAuthorize("hasAuthority('senders:request')")
    String operators(@RequestParam String name, @AuthenticationPrincipal Who who, Model model) {
        Sender sender = find(who, name);
        return operators(sender, String.join(", ", sender.operators()), model);
    }

    @PostMapping("/senders/operators")
    @PreAuthorize("hasAuthority('senders:request')")
    String limit(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String operators,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Sender sender = find(who, name);
        return switch (senders.limit(who, sender, operators)) {
            case SenderList.Answer.Approved _ -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(text("senders.limited", locale, sender.name())));
                yield "redirect:/senders";
            }
            case SenderList.Answer.Refused(String reason, String detail) -> {
                model.addAttribute(
                        "errors",
                        FieldErrors.none().and("operators", text("senders.refused." + reason, locale, detail)));
                response.setStatus(422);
                yield operators(sender, operators, model);
            }
        };
    }

    private static String operators(Sender sender, String written, Model model) {
        model.addAttribute("sender", sender);
        model.addAttribute("operators", written);
        return "senders/operators";
    }

    private Sender find(Who who, String name) {
        return store.find(who.account(), name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String text(String key, Locale locale, String argument) {
        return messages.getMessage(key, new Object[] {argument}, locale);
    }
}
