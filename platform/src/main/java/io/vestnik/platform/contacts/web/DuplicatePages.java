package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Doubles.Keep;
import io.vestnik.platform.contacts.domain.AlikePeople;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.DuplicateCleaning;
import io.vestnik.platform.contacts.domain.DuplicateSearch;
import io.vestnik.platform.contacts.domain.DuplicateStore;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import tools.jackson.databind.json.JsonMapper;

/** People who are alike, side by side, and which of them stays. */
@Controller
@PreAuthorize(ContactsRights.MAY_EDIT)
class DuplicatePages {
    private static final int SETS = 20;

    private final Jobs jobs;
    private final AlikePeople alike;
    private final Format format;
    private final Audit audit;
    private final JsonMapper json;

    DuplicatePages(Jobs jobs, AlikePeople alike, Format format, Audit audit, JsonMapper json) {
        this.jobs = jobs;
        this.alike = alike;
        this.format = format;
        this.audit = audit;
        this.json = json;
    }

    /** A search with what it found, or the cleaning that followed it. */
    @GetMapping("/contacts/duplicates/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") String after,
            @AuthenticationPrincipal Who who,
            Model model) {
        Job job = find(who, id);
        String title = format.text(
                job.kind().equals(DuplicateSearch.NAME) ? "contacts.job.duplicates" : "contacts.job.clean-duplicates");
        model.addAttribute("job", job);
        model.addAttribute("title", title);
        model.addAttribute("progress", job.progress(title));
        model.addAttribute("live", job.state().isFinal() ? null : "/jobs/" + id + "/events");
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        if (job.kind().equals(DuplicateSearch.NAME) && job.result() != null) {
            DuplicateStore.Found found = json.readValue(job.result(), DuplicateStore.Found.class);
            Slice<List<Contact>> sets =
                    alike.sets(who.account(), job.id(), after.matches("\\d{1,18}") ? Long.parseLong(after) : 0, SETS);
            model.addAttribute("found", found);
            model.addAttribute("sets", sets.items());
            model.addAttribute("next", sets.next());
            model.addAttribute("keeps", List.of(Keep.values()));
        }
        return "contacts/duplicates";
    }

    @PostMapping("/contacts/duplicates/{id:\\d+}/clean")
    String clean(
            @PathVariable long id, @RequestParam(defaultValue = "") String keep, @AuthenticationPrincipal Who who) {
        Job search = find(who, id);
        Keep chosen = Arrays.stream(Keep.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(keep))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        JobId job = jobs.start(
                who.account(),
                DuplicateCleaning.NAME,
                json.writeValueAsString(new DuplicateCleaning.Input(search.id().value(), chosen, who.name())));
        audit.record(
                who,
                "contacts.duplicates-cleaned",
                "job " + job,
                Map.of("keep", keep, "search", search.id().value()));
        return "redirect:/contacts/duplicates/" + job;
    }

    private Job find(Who who, long id) {
        return (id > 0 ? jobs.find(who.account(), new JobId(id)) : Optional.<Job>empty())
                .filter(job ->
                        job.kind().equals(DuplicateSearch.NAME) || job.kind().equals(DuplicateCleaning.NAME))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
