package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.domain.StopPeople;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Chosen contacts onto the stop-list: how many it concerns first, then the act. */
@Controller
@PreAuthorize(StopRights.MAY_EDIT_PEOPLE)
class StopPeoplePages {
    private final ContactFilters filters;
    private final StopPeople people;
    private final StopWords words;
    private final Audit audit;

    StopPeoplePages(ContactFilters filters, StopPeople people, StopWords words, Audit audit) {
        this.filters = filters;
        this.people = people;
        this.words = words;
        this.audit = audit;
    }

    /** Asks what to stop and why; nothing is changed yet. */
    @PostMapping("/contacts/stops/people")
    String ask(Selection selection, @AuthenticationPrincipal Who who, Model model, RedirectAttributes redirect) {
        long count = count(selection, who);
        if (count == 0) {
            return nobody(redirect);
        }
        words.form(null, model);
        return form(selection, count, model);
    }

    @PostMapping("/contacts/stops/people/do")
    String stop(
            Selection selection,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        long count = count(selection, who);
        if (count == 0) {
            return nobody(redirect);
        }
        StopWords.Typed typed = words.typed(sent);
        StopScope scope = typed.scope();
        if (scope == null || typed.errors().any()) {
            words.refuse(typed, typed.errors(), model, response);
            return form(selection, count, model);
        }
        if (selection.all()) {
            JobId job = people.stopAll(who, filters.filter(who.account(), selection.matching()), scope, typed.reason());
            audit.record(who, "contacts.stopping", "job " + job, Map.of("scope", scope.kind(), "value", scope.value()));
            return "redirect:/contacts/stops/jobs/" + job;
        }
        StopPeople.Result done = people.stop(who, FilterAddress.chosen(selection), scope, typed.reason());
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.added(done.added(), done.known())));
        return "redirect:/contacts/stops";
    }

    private long count(Selection selection, Who who) {
        return selection.all()
                ? filters.count(who.account(), filters.filter(who.account(), selection.matching()))
                : people.count(who.account(), FilterAddress.chosen(selection));
    }

    /** There is nothing to ask, and nothing is done. */
    private String nobody(RedirectAttributes redirect) {
        redirect.addFlashAttribute(Toast.NAME, Toast.failed(words.format().text("contacts.stops.people.none")));
        return "redirect:/contacts";
    }

    private String form(Selection selection, long count, Model model) {
        model.addAttribute("selection", selection);
        model.addAttribute("match", selection.matching().parameters());
        model.addAttribute("count", words.format().count(count, "contacts.count"));
        return "contacts/stop-people";
    }
}
