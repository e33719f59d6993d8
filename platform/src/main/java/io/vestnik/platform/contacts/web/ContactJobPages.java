package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Long work on contacts: how far it has come, and what it did. */
@Controller
class ContactJobPages {
    private final Jobs jobs;
    private final Contacts contacts;
    private final ActWords acts;
    private final Format texts;
    private final JsonMapper json;

    ContactJobPages(Jobs jobs, Contacts contacts, ActWords acts, Format texts, JsonMapper json) {
        this.jobs = jobs;
        this.contacts = contacts;
        this.acts = acts;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/contacts/jobs/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String group,
            @AuthenticationPrincipal Who who,
            Model model) {
        Job job = (id > 0 ? jobs.find(who.account(), new JobId(id)) : java.util.Optional.<Job>empty())
                .filter(it -> it.kind().equals("contacts.load") || ActKinds.knows(it.kind()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean load = job.kind().equals("contacts.load");
        String title = load ? texts.text("contacts.job.load") : texts.text(ActKinds.titleKey(job.kind()));
        model.addAttribute("job", job);
        model.addAttribute("title", title);
        model.addAttribute("load", load);
        model.addAttribute("progress", job.progress(title));
        model.addAttribute("live", job.state().isFinal() ? null : "/jobs/" + id + "/events");
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("waiting", Tone.WAITING);
        if (load && job.result() != null) {
            model.addAttribute("result", json.readValue(job.result(), LoadResult.class));
        }
        if (!load) {
            model.addAttribute("said", acts.done(job).orElse(null));
            model.addAttribute("undo", acts.undo(job).orElse(null));
        }
        FilterAddress.group(group)
                .flatMap(it -> contacts.group(who.account(), it))
                .ifPresent(it -> model.addAttribute("group", it));
        return "contacts/job";
    }
}
