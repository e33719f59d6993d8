package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderNames.Answer;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The names of an account: the list, the request for a new one, and the page of one. */
@Controller
class SenderPages {
    private static final int PAGE = 50;

    private final SenderNames senders;
    private final SenderModel shown;
    private final Format format;

    SenderPages(SenderNames senders, SenderModel shown, Format format) {
        this.senders = senders;
        this.shown = shown;
        this.format = format;
    }

    @GetMapping("/senders")
    @PreAuthorize(SenderRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Sender> page =
                senders.list(who.account(), query.search(), query.after().orElse(null), PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "list",
                ListView.of("senders", query)
                        .searchable("senders.search")
                        .columns(
                                Column.text("name", "senders.name"),
                                Column.text("state", "senders.state"),
                                Column.text("operators", "senders.operators"),
                                Column.text("comment", "senders.comment").onDemand(),
                                Column.text("requested", "senders.requested"),
                                Column.text("answer", "senders.answer"))
                        .page(page.items().size(), page.next(), null));
        return "senders/list";
    }

    @GetMapping("/senders/new")
    @PreAuthorize(SenderRights.MAY_REQUEST)
    String form(Model model) {
        model.addAttribute("name", "");
        model.addAttribute("comment", "");
        return "senders/form";
    }

    @PostMapping("/senders")
    @PreAuthorize(SenderRights.MAY_REQUEST)
    String request(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String comment,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Sender.Terms terms = new Sender.Terms(comment.strip(), List.of(), List.of());
        return switch (senders.request(who, name.strip(), terms)) {
            case Answer.Kept(Sender sender) -> {
                redirect.addFlashAttribute(
                        Toast.NAME,
                        Toast.done(format.text("senders.asked." + sender.state().code(), sender.name())));
                yield "redirect:/senders/" + sender.id();
            }
            case Answer.There _ -> refused(new Answer.Refused("name", "there", ""), name, comment, model, response);
            case Answer.Refused refused -> refused(refused, name, comment, model, response);
            case Answer.Stale _, Answer.Gone _ -> throw new IllegalStateException("A new name is no old one");
        };
    }

    private String refused(
            Answer.Refused refused, String name, String comment, Model model, HttpServletResponse response) {
        SenderForm.refuse(refused, format, model, response);
        model.addAttribute("name", name);
        model.addAttribute("comment", comment);
        return "senders/form";
    }

    @GetMapping("/senders/{id:\\d{1,18}}")
    @PreAuthorize(SenderRights.MAY_VIEW)
    String sender(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return shown.show(who, id, model);
    }

    @PostMapping("/senders/{id:\\d{1,18}}")
    @PreAuthorize(SenderRights.MAY_REQUEST)
    String change(
            @PathVariable long id,
            SenderForm.Written written,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Sender before = senders.find(who.account(), id).orElseThrow(SenderForm::gone);
        return switch (senders.change(who, id, written.version(), written.terms(before.terms()))) {
            case Answer.Kept(Sender sender) -> {
                String said = sender.state() == before.state()
                        ? "senders.saved"
                        : "senders.asked." + sender.state().code();
                redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text(said, sender.name())));
                yield "redirect:/senders/" + id;
            }
            case Answer.Stale(Sender now) -> shown.stale(who, now, written, model, response);
            case Answer.Refused refused -> {
                SenderForm.refuse(refused, format, model, response);
                yield shown.show(who, id, written, model);
            }
            case Answer.Gone _ -> throw SenderForm.gone();
            case Answer.There _ -> throw new IllegalStateException("A changed name is not asked for");
        };
    }

    @PostMapping("/senders/{id:\\d{1,18}}/delete")
    @PreAuthorize(SenderRights.MAY_REQUEST)
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Sender sender = senders.find(who.account(), id).orElseThrow(SenderForm::gone);
        senders.delete(who, id);
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("senders.deleted", sender.name())));
        return "redirect:/senders";
    }
}
