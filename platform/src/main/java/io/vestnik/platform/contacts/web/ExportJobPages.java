package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.ContactExporting;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** An export under way, and its file. */
@Controller
@PreAuthorize(ContactsRights.MAY_EXPORT)
class ExportJobPages {
    private final Jobs jobs;
    private final Files files;
    private final Format texts;
    private final JsonMapper json;

    ExportJobPages(Jobs jobs, Files files, Format texts, JsonMapper json) {
        this.jobs = jobs;
        this.files = files;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/contacts/exports/{id:\\d+}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Job job = (id > 0 ? jobs.find(who.account(), new JobId(id)) : Optional.<Job>empty())
                .filter(it -> it.kind().equals(ContactExporting.NAME))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("job", job);
        model.addAttribute("progress", job.progress(texts.text("contacts.export.job")));
        model.addAttribute("live", job.state().isFinal() ? null : "/jobs/" + id + "/events");
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("waiting", Tone.WAITING);
        if (job.result() != null) {
            ContactExporting.Result result = json.readValue(job.result(), ContactExporting.Result.class);
            model.addAttribute("result", result);
            model.addAttribute(
                    "there",
                    files.find(who.account(), new FileId(result.file())).isPresent());
        }
        return "contacts/exporting";
    }
}
