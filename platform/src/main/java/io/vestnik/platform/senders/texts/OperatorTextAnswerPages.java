package io.vestnik.platform.senders.texts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import io.vestnik.platform.senders.texts.OperatorTextStore.Answer;
import io.vestnik.platform.senders.texts.OperatorTextStore.Listing;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** What accounts below wish registered, and the answer of whoever serves them. */
@Controller
@PreAuthorize("hasAuthority('" + OperatorTextAnswerPages.MAY + "')")
class OperatorTextAnswerPages {
    /** As for names: whoever answers for one answers for the other. */
    static final String MAY = "senders:serve";

    static final String HOME = "/senders/texts/answers";

    private static final int PAGE = 50;

    private final OperatorTextAnswers answers;
    private final OperatorTextWords words;

    OperatorTextAnswerPages(OperatorTextAnswers answers, OperatorTextWords words) {
        this.answers = answers;
        this.words = words;
    }

    @GetMapping(HOME)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Wish> page = answers.list(
                who.account(),
                new Listing(words.state(query), query.search()),
                query.after().orElse(null),
                PAGE);
        model.addAttribute("rows", page.items().stream().map(words::row).toList());
        model.addAttribute("list", words.list("operator-text-answers", query, page, true));
        return "senders/text-answers";
    }

    @GetMapping(HOME + "/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Wish wish = wish(who, id);
        return form(wish, wish.answer(), FieldErrors.none(), model);
    }

    @PostMapping(HOME + "/{id}")
    String answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Wish wish = wish(who, id);
        OperatorTextState state = OperatorTextState.ofCode(verdict)
                .filter(it -> it != OperatorTextState.REQUESTED)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return switch (answers.answer(who, id, new Answer(state, answer.strip()))) {
            case DONE -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(words.text("senders.texts.answered")));
                yield "redirect:" + HOME;
            }
            case GONE -> throw gone();
            case NO_WORDS -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(
                        wish,
                        answer,
                        FieldErrors.none().and("answer", words.text("senders.texts.refused.words")),
                        model);
            }
        };
    }

    private String form(Wish wish, String answer, FieldErrors errors, Model model) {
        model.addAttribute("row", words.row(wish));
        model.addAttribute("answer", answer);
        model.addAttribute("errors", errors);
        model.addAttribute("crumbs", List.of(new Crumb(words.text("senders.texts.answers"), HOME)));
        return "senders/text-answer";
    }

    private Wish wish(Who who, long id) {
        return answers.find(who.account(), id).orElseThrow(OperatorTextAnswerPages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
