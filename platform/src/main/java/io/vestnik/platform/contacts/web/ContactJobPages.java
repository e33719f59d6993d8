package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.domain.LoadStore;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Long work on contacts: how far it has come, and what it did. */
@Controller
class ContactJobPages {
    private final Jobs jobs;
    private final LoadStore loads;
    private final Contacts contacts;
    private final ActWords acts;
    private final Format texts;

    ContactJobPages(Jobs jobs, LoadStore loads, Contacts contacts, ActWords acts, Format texts) {
        this.jobs = jobs;
        this.loads = loads;
        this.contacts = contacts;
        this.acts = acts;
        this.texts = texts;
    }

    /** What the page needs of a job; of a load that is long over its line alone is left. */
    record Shown(
            long id,
            boolean load,
            Job.State state,
            long done,
            @Nullable String message) {}

    @GetMapping("/contacts/jobs/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String group,
            @AuthenticationPrincipal Who who,
            Model model) {
        Optional<Job> job = (id > 0 ? jobs.find(who.account(), new JobId(id)) : Optional.<Job>empty())
                .filter(it -> it.kind().equals("contacts.load") || ActKinds.knows(it.kind()));
        Optional<LoadStore.Line> line = id > 0 ? loads.find(who.account(), new JobId(id)) : Optional.empty();
        Shown shown = job.map(
                        it -> new Shown(id, it.kind().equals("contacts.load"), it.state(), it.done(), it.message()))
                .or(() -> line.filter(it -> it.state().isFinal())
                        .map(it -> new Shown(
                                id,
                                true,
                                it.state(),
                                it.result() == null ? 0 : it.result().rows(),
                                it.message())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String title = job.filter(it -> !shown.load())
                .map(it -> texts.text(ActKinds.titleKey(it.kind())))
                .orElseGet(() -> texts.text("contacts.job.load"));
        model.addAttribute("job", shown);
        model.addAttribute("title", title);
        model.addAttribute("load", shown.load());
        model.addAttribute("progress", job.map(it -> it.progress(title)).orElse(null));
        model.addAttribute("live", shown.state().isFinal() ? null : "/jobs/" + id + "/events");
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("waiting", Tone.WAITING);
        if (!shown.load()) {
            model.addAttribute("said", job.flatMap(acts::done).orElse(null));
            model.addAttribute("undo", job.flatMap(acts::undo).orElse(null));
        }
        FilterAddress.group(group)
                .flatMap(it -> contacts.group(who.account(), it))
                .ifPresent(it -> model.addAttribute("group", it));
        line.ifPresent(it -> {
            model.addAttribute("line", it);
            model.addAttribute("result", shown.state().isFinal() ? it.result() : null);
            contacts.group(who.account(), it.groupId()).ifPresent(into -> model.addAttribute("group", into));
        });
        return "contacts/job";
    }
}
