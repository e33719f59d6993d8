package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.CodeLoad;
import io.vestnik.platform.shell.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Loads codes from a file: the file, then how far it has come, and what was not taken. */
@Controller
@PreAuthorize(PromoRights.MAY_EDIT)
class CodeLoadPages {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final AskedActions asked;
    private final CodeLoad load;
    private final Files files;
    private final Jobs jobs;
    private final Showing showing;

    CodeLoadPages(AskedActions asked, CodeLoad load, Files files, Jobs jobs, Showing showing) {
        this.asked = asked;
        this.load = load;
        this.files = files;
        this.jobs = jobs;
        this.showing = showing;
    }

    /** What results are shown with. */
    @Component
    record Showing(PromoWords words, JsonMapper json) {}

    @GetMapping("/promo/{id:\\d{1,18}}/load")
    String ask(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("action", asked.of(who, id));
        model.addAttribute("most", MOST_BYTES);
        return "promo/load";
    }

    @PostMapping("/promo/{id:\\d{1,18}}/load")
    ResponseEntity<?> upload(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Who who)
            throws IOException {
        Action action = asked.of(who, id);
        if (file == null) {
            return refused("promo.load.unreadable");
        }
        StoredFile stored;
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            stored = files.save(
                    who.account(), new Files.Upload(name, "application/octet-stream", LIFETIME), content, MOST_BYTES);
        } catch (Files.TooLarge e) {
            return refused("promo.load.too-large");
        }
        return load.start(who, action.id(), stored.id())
                .<ResponseEntity<?>>map(job -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/promo/jobs/" + job))
                        .build())
                .orElseGet(() -> refused("promo.load.made-here"));
    }

    private ResponseEntity<ProblemDetail> refused(String key) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, showing.words().of(key)));
    }

    @GetMapping("/promo/jobs/{id:\\d{1,18}}")
    String job(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Job job = (id > 0 ? jobs.find(who.account(), new JobId(id)) : Optional.<Job>empty())
                .filter(it -> it.kind().equals(CodeLoad.NAME))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("job", job);
        model.addAttribute("progress", job.progress(showing.words().of("promo.load.job")));
        model.addAttribute("live", job.state().isFinal() ? null : "/jobs/" + id + "/events");
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute(
                "result", job.result() == null ? null : showing.json().readValue(job.result(), CodeLoad.Result.class));
        return "promo/job";
    }
}
