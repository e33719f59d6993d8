package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.StopLoad;
import io.vestnik.platform.contacts.domain.StopPeople;
import io.vestnik.platform.contacts.domain.StopRemoval;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Long work on the stop-list: how far it has come, and what it did. */
@Controller
class StopJobPages {
    private static final Set<String> KINDS = Set.of(StopLoad.NAME, StopRemoval.NAME, StopPeople.NAME);

    private final Jobs jobs;
    private final StopWords words;
    private final Format texts;
    private final JsonMapper json;

    StopJobPages(Jobs jobs, StopWords words, Format texts, JsonMapper json) {
        this.jobs = jobs;
        this.words = words;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/contacts/stops/jobs/{id:\\d+}")
    @PreAuthorize(StopRights.MAY_EDIT)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Job job = (id > 0 ? jobs.find(who.account(), new JobId(id)) : Optional.<Job>empty())
                .filter(it -> KINDS.contains(it.kind()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean load = job.kind().equals(StopLoad.NAME);
        String title = texts.text(
                switch (job.kind()) {
                    case StopLoad.NAME -> "contacts.stops.job";
                    case StopPeople.NAME -> "contacts.stops.job.people";
                    default -> "contacts.stops.job.remove";
                });
        model.addAttribute("job", job);
        model.addAttribute("title", title);
        model.addAttribute("load", load);
        model.addAttribute("progress", job.progress(title));
        model.addAttribute("live", job.state().isFinal() ? null : "/jobs/" + id + "/events");
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("waiting", Tone.WAITING);
        if (job.kind().equals(StopPeople.NAME) && job.result() != null) {
            StopPeople.Result result = json.readValue(job.result(), StopPeople.Result.class);
            model.addAttribute("said", words.added(result.added(), result.known()));
        } else if (!load) {
            model.addAttribute("said", texts.count(job.done(), "contacts.stops.removed"));
        }
        if (load && job.result() != null) {
            model.addAttribute("result", json.readValue(job.result(), StopLoad.Result.class));
        }
        return "contacts/stop-job";
    }
}
