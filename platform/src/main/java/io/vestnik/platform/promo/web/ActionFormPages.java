package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.ActionDesk;
import io.vestnik.platform.promo.domain.ActionDesk.Saved;
import io.vestnik.platform.promo.domain.ActionDesk.Wrong;
import io.vestnik.platform.promo.domain.Actions;
import io.vestnik.platform.promo.domain.Alphabet;
import io.vestnik.platform.promo.domain.Source;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Making an action, and changing one. */
@Controller
@PreAuthorize(PromoRights.MAY_EDIT)
class ActionFormPages {
    private final ActionDesk desk;
    private final AskedActions asked;
    private final Actions actions;
    private final Senders senders;
    private final PromoWords words;

    ActionFormPages(ActionDesk desk, AskedActions asked, Actions actions, Senders senders, PromoWords words) {
        this.desk = desk;
        this.asked = asked;
        this.actions = actions;
        this.senders = senders;
        this.words = words;
    }

    @GetMapping("/promo/new")
    String fresh(@AuthenticationPrincipal Who who, Model model) {
        return form(who, ActionForm.fresh(actions.today(who.account())), null, model);
    }

    @PostMapping("/promo")
    String create(
            @ModelAttribute ActionForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Saved saved = desk.create(who, form.terms(actions.zone(who.account())));
        return answer(saved, form, null, new Reply(who, model, redirect, response));
    }

    @GetMapping("/promo/{id:\\d{1,18}}/edit")
    String edit(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Action action = asked.of(who, id);
        return form(who, ActionForm.of(action, actions.zone(who.account())), action, model);
    }

    @PostMapping("/promo/{id:\\d{1,18}}")
    String change(
            @PathVariable long id,
            @ModelAttribute ActionForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Action action = asked.of(who, id);
        Saved saved = desk.change(who, action.id(), form.read(), form.terms(actions.zone(who.account())));
        return answer(saved, form, action, new Reply(who, model, redirect, response));
    }

    @PostMapping("/promo/{id:\\d{1,18}}/delete")
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Action action = asked.of(who, id);
        boolean gone = desk.delete(who, action.id());
        Toast toast = gone
                ? Toast.done(words.of("promo.deleted", action.terms().name())).undoneBy("/promo/" + id + "/restore")
                : Toast.failed(words.of("promo.used"));
        redirect.addFlashAttribute(Toast.NAME, toast);
        return gone ? "redirect:/promo" : "redirect:/promo/" + id;
    }

    @PostMapping("/promo/{id:\\d{1,18}}/restore")
    String restore(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (id == 0 || !desk.restore(who, new ActionId(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("promo.restored")));
        return "redirect:/promo/" + id;
    }

    /** What an answer is put into. */
    private record Reply(Who who, Model model, RedirectAttributes redirect, HttpServletResponse response) {}

    private String answer(Saved saved, ActionForm form, @Nullable Action action, Reply reply) {
        return switch (saved) {
            case Saved.Kept(ActionId id) -> {
                reply.redirect().addFlashAttribute(Toast.NAME, Toast.done(words.of("promo.saved")));
                yield "redirect:/promo/" + id;
            }
            case Saved.Refused(List<Wrong> faults) -> {
                reply.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                reply.model().addAttribute("errors", words.errors(faults));
                yield form(reply.who(), form, action, reply.model());
            }
            case Saved.Stale(Action current) -> {
                reply.response().setStatus(HttpStatus.CONFLICT.value());
                ActionForm kept =
                        ActionForm.of(current, actions.zone(reply.who().account()));
                reply.model().addAttribute("changes", form.changes(kept, words));
                yield form(reply.who(), form.upon(current.version()), current, reply.model());
            }
            case Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String form(Who who, ActionForm form, @Nullable Action action, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("action", action);
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("sources", words.options(Source.class, "promo.source.", Source::code));
        model.addAttribute("alphabets", words.options(Alphabet.class, "promo.alphabet.", Alphabet::code));
        model.addAttribute(
                "goods",
                List.of(
                        new Option("days", words.of("promo.good.choice.days")),
                        new Option("until", words.of("promo.good.choice.until"))));
        model.addAttribute(
                "senders",
                senders.names(who.account()).stream()
                        .map(name -> new Option(name, name))
                        .toList());
        return "promo/form";
    }
}
