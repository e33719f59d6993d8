package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.webhooks.CallbackState;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.domain.EndpointDesk;
import io.vestnik.platform.webhooks.domain.Journal;
import io.vestnik.platform.webhooks.domain.Journal.Line;
import io.vestnik.platform.webhooks.domain.Resending;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The journal of callbacks: what was told when, and what waits. */
@Controller
@RequestMapping("/webhooks/journal")
class JournalPages {
    private static final int PAGE = 50;

    private final Journal journal;
    private final EndpointDesk desk;
    private final Resending resending;
    private final WebhookWords words;

    JournalPages(Journal journal, EndpointDesk desk, Resending resending, WebhookWords words) {
        this.journal = journal;
        this.desk = desk;
        this.resending = resending;
        this.words = words;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('webhooks:view')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Journal.Filter filter = new Journal.Filter(
                query.filter("endpoint").map(JournalPages::number).orElse(null),
                query.filter("state").map(JournalPages::state).orElse(null),
                query.search().isEmpty() ? null : number(query.search()));
        String cursor = query.after().filter(it -> number(it) >= 0).orElse(null);
        Slice<Line> page = journal.list(who.account(), filter, cursor, PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute("words", words);
        model.addAttribute(
                "list",
                ListView.of("callbacks", query)
                        .searchable("webhooks.journal.search")
                        .columns(
                                Column.text("at", "webhooks.journal.at"),
                                Column.text("message", "webhooks.journal.message"),
                                Column.text("event", "webhooks.journal.event"),
                                Column.text("state", "webhooks.state"),
                                Column.text("answer", "webhooks.journal.answer"),
                                Column.number("millis", "webhooks.journal.millis"),
                                Column.number("tries", "webhooks.journal.tries"))
                        .filter(new Filter(
                                "endpoint", "webhooks.journal.endpoint", words.endpoints(desk.list(who.account()))))
                        .filter(new Filter("state", "webhooks.state", words.states()))
                        .page(page.items().size(), page.next(), null));
        return "webhooks/journal";
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('webhooks:view')")
    String one(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Line line =
                journal.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line);
        model.addAttribute("again", resending.possible(who.account(), line));
        model.addAttribute(
                "form",
                desk.find(who.account(), line.endpoint()).map(Endpoint::form).orElse(EndpointForm.STANDARD));
        model.addAttribute("words", words);
        return "webhooks/callback";
    }

    @PostMapping("/{id}/resend")
    @PreAuthorize("hasAuthority('webhooks:edit')")
    String resend(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!resending.one(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("webhooks.resent")));
        return "redirect:/webhooks/journal";
    }

    /** What is no number finds nothing. */
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private static @Nullable CallbackState state(String code) {
        return Arrays.stream(CallbackState.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
