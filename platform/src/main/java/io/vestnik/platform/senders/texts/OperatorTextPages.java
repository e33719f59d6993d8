package io.vestnik.platform.senders.texts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.OperatorTexts;
import io.vestnik.platform.senders.OperatorTexts.Asked;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.senders.texts.OperatorTextStore.Listing;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts that an account wishes registered with operators, and what became of them. */
@Controller
class OperatorTextPages {
    static final String HOME = "/senders/texts";

    private static final int PAGE = 50;

    private final OperatorTexts texts;
    private final OperatorTextStore store;
    private final Senders senders;
    private final OperatorTextWords words;

    OperatorTextPages(OperatorTexts texts, OperatorTextStore store, Senders senders, OperatorTextWords words) {
        this.texts = texts;
        this.store = store;
        this.senders = senders;
        this.words = words;
    }

    @GetMapping(HOME)
    @PreAuthorize("hasAuthority('senders:view')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Wish> page = store.list(
                Set.of(who.account()),
                new Listing(words.state(query), query.search()),
                query.after().orElse(null),
                PAGE);
        model.addAttribute("rows", page.items().stream().map(words::row).toList());
        model.addAttribute("mayAsk", who.may("senders:request"));
        model.addAttribute("list", words.list("operator-texts", query, page, false));
        return "senders/texts";
    }

    @GetMapping(HOME + "/new")
    @PreAuthorize("hasAuthority('senders:request')")
    String fresh(@AuthenticationPrincipal Who who, Model model) {
        return form(who, "", "", Set.of(), FieldErrors.none(), model);
    }

    @PostMapping(HOME)
    @PreAuthorize("hasAuthority('senders:request')")
    String ask(
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") Set<String> places,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return switch (texts.ask(who, sender, text.strip().replace("\r\n", "\n"), places)) {
            case Asked.Kept _ -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(words.text("senders.texts.kept")));
                yield "redirect:" + HOME;
            }
            case Asked.Refused(String field, String code) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                FieldErrors errors = FieldErrors.none().and(field, words.text("senders.texts.refused." + code));
                yield form(who, sender, text, places, errors, model);
            }
        };
    }

    private String form(Who who, String sender, String text, Set<String> places, FieldErrors errors, Model model) {
        model.addAttribute("sender", sender);
        model.addAttribute("text", text);
        model.addAttribute("chosen", places);
        model.addAttribute("errors", errors);
        model.addAttribute("places", words.places());
        model.addAttribute(
                "names",
                senders.names(who.account()).stream()
                        .map(name -> new Option(name, name))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb(words.text("senders.texts"), HOME)));
        return "senders/text";
    }

    @PostMapping(HOME + "/{id}/delete")
    @PreAuthorize("hasAuthority('senders:request')")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!texts.withdraw(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.text("senders.texts.withdrawn")));
        return "redirect:" + HOME;
    }
}
