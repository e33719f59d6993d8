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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
@PreAuthorize(StopRights.MAY_EDIT)
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
    String ask(Selection selection, @AuthenticationPrincipal Who who, Model model) {
        return form(selection, who, null, model);
    }

    @PostMapping("/contacts/stops/people/do")
    String stop(
            Selection selection,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        StopWords.Typed typed = words.typed(sent);
        StopScope scope = typed.scope();
        if (scope == null || typed.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", typed.errors());
            return form(selection, who, typed, model);
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

    private String form(Selection selection, Who who, StopWords.@Nullable Typed typed, Model model) {
        long count = selection.all()
                ? filters.count(who.account(), filters.filter(who.account(), selection.matching()))
                : FilterAddress.chosen(selection).size();
        model.addAttribute("selection", selection);
        model.addAttribute("match", selection.matching().parameters());
        model.addAttribute("count", words.format().count(count, "contacts.count"));
        words.form(typed, model);
        return "contacts/stop-people";
    }
}
