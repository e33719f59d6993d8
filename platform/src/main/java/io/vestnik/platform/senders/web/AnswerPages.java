package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Downloads;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Verdict;
import io.vestnik.platform.senders.domain.AnswerDesk;
import io.vestnik.platform.senders.domain.AnswerDesk.Outcome;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import java.util.Arrays;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the people of an account answer for the names of accounts below. */
@Controller
@PreAuthorize(SenderRights.MAY_SERVE)
class AnswerPages {
    private static final int PAGE = 50;

    private final AnswerDesk desk;
    private final AnswerTable table;
    private final Format format;

    AnswerPages(AnswerDesk desk, AnswerTable table, Format format) {
        this.desk = desk;
        this.table = table;
        this.format = format;
    }

    @GetMapping("/senders/answers")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<AnswerTable.Row> page = table.page(who, query, query.after().orElse(null), PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute("answers", desk.answers(who.account()));
        model.addAttribute("above", desk.above(who.account()).map(table::name).orElse(null));
        model.addAttribute(
                "list",
                ListView.of("sender-answers", query)
                        .searchable("senders.answers.search")
                        .columns(
                                Column.text("name", "senders.name"),
                                Column.text("account", "senders.account"),
                                Column.text("state", "senders.state"),
                                Column.text("comment", "senders.comment"),
                                Column.text("requested", "senders.requested").sorted(),
                                Column.text("answer", "senders.answer"))
                        .filter(table.states())
                        .exportable("/senders/answers/export")
                        .page(page.items().size(), page.next(), null));
        return "senders/answers";
    }

    /** Lets names below wait for an answer from now on, or be approved at once. */
    @PostMapping("/senders/answers/rule")
    String rule(
            @RequestParam(defaultValue = "false") boolean wanted,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        desk.answers(who, wanted);
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(format.text(wanted ? "senders.answers.on" : "senders.answers.off"))
                        .undoneBy("/senders/answers/rule?wanted=" + !wanted));
        return "redirect:/senders/answers";
    }

    @GetMapping("/senders/answers/{id:\\d{1,18}}")
    String sender(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Sender sender = desk.find(who.account(), id).orElseThrow(SenderForm::gone);
        model.addAttribute("sender", sender);
        model.addAttribute("account", table.name(sender.account()));
        model.addAttribute("papers", desk.papers(who.account(), id));
        model.addAttribute(
                "verdicts", Arrays.stream(Verdict.values()).map(Verdict::code).toList());
        return "senders/answer";
    }

    @GetMapping("/senders/answers/{id:\\d{1,18}}/papers/{paper:\\d{1,18}}")
    ResponseEntity<Resource> download(
            @PathVariable long id, @PathVariable long paper, @AuthenticationPrincipal Who who) {
        return desk.content(who.account(), id, paper)
                .map(it -> Downloads.of(it.file(), it.path()))
                .orElseThrow(SenderForm::gone);
    }

    @PostMapping("/senders/answers/{id:\\d{1,18}}")
    String answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "requested") String state,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        SenderState given = Arrays.stream(SenderState.values())
                .filter(it -> it != SenderState.UNCONFIRMED && it.code().equals(state))
                .findFirst()
                .orElseThrow(SenderForm::gone);
        return told(desk.answer(who, id, given, words.strip()), "senders.answered." + state, id, redirect);
    }

    @PostMapping("/senders/answers/{id:\\d{1,18}}/papers/{paper:\\d{1,18}}")
    String judge(
            @PathVariable long id,
            @PathVariable long paper,
            @RequestParam(defaultValue = "on_check") String verdict,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        Verdict given = Arrays.stream(Verdict.values())
                .filter(it -> it.code().equals(verdict))
                .findFirst()
                .orElseThrow(SenderForm::gone);
        return told(desk.judge(who, id, paper, given, words.strip()), "senders.judged." + verdict, id, redirect);
    }

    private String told(Outcome outcome, String done, long id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Toast.NAME,
                switch (outcome) {
                    case DONE -> Toast.done(format.text(done));
                    case GONE -> throw SenderForm.gone();
                    case NO_WORDS -> Toast.failed(format.text("senders.refused.words"));
                    case TOO_LONG -> Toast.failed(format.text("senders.refused.words.long", AnswerDesk.LONGEST_WORDS));
                });
        return "redirect:/senders/answers/" + id;
    }
}
