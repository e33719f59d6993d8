package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.domain.TextTerms;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
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

/** For how long the texts of an account's messages are kept: its owner decides. */
@Controller
@PreAuthorize(KeepingConfiguration.MAY_KEEP)
class KeepingPages {
    private static final String USUAL = "usual";
    private static final List<Integer> CHOICES = List.of(1, 3, 7, 14, 30, 92, 183, 365);

    private final TextTerms terms;
    private final Transactions transactions;
    private final Audit audit;
    private final PathTexts texts;

    KeepingPages(TextTerms terms, Transactions transactions, Audit audit, PathTexts texts) {
        this.terms = terms;
        this.transactions = transactions;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/pipeline/keeping")
    String show(@AuthenticationPrincipal Who who, Model model) {
        OptionalInt own = terms.of(who.account());
        model.addAttribute("days", own.isPresent() ? String.valueOf(own.getAsInt()) : USUAL);
        model.addAttribute(
                "choices",
                Stream.concat(
                                Stream.of(new Option(USUAL, texts.text("pipeline.keeping.usual", days(terms.usual())))),
                                // A term that was given in another way is shown too.
                                Stream.concat(CHOICES.stream(), own.stream().boxed())
                                        .distinct()
                                        .sorted()
                                        .map(days -> new Option(String.valueOf(days), days(days))))
                        .toList());
        return "pipeline/keeping";
    }

    private String days(int days) {
        return texts.format().count(days, "pipeline.days");
    }

    @PostMapping("/pipeline/keeping")
    String keep(
            @RequestParam(defaultValue = "") String days,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        OptionalInt term = read(days);
        transactions.call(() -> {
            OptionalInt before = terms.of(who.account());
            terms.keep(who.account(), term);
            audit.record(
                    who,
                    "texts.term_changed",
                    "account " + who.account(),
                    Map.of("before", before.toString(), "after", term.toString()));
            return term;
        });
        redirect.addFlashAttribute(Toast.NAME, Toast.done(texts.text("pipeline.keeping.done")));
        return "redirect:/pipeline/keeping";
    }

    private static OptionalInt read(String days) {
        if (days.equals(USUAL)) {
            return OptionalInt.empty();
        }
        if (!days.matches("[0-9]{1,4}") || !CHOICES.contains(Integer.parseInt(days))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return OptionalInt.of(Integer.parseInt(days));
    }
}
