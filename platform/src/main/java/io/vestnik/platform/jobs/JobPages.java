package io.vestnik.platform.jobs;

import io.vestnik.platform.shell.Acting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Jobs as pages see them: where one stands, its live card, and a way to stop it. */
@Controller
@PreAuthorize("hasAuthority('work:view')")
class JobPages {
    private final Jobs jobs;
    private final JobDesk desk;
    private final JobStream stream;

    JobPages(Jobs jobs, JobDesk desk, JobStream stream) {
        this.jobs = jobs;
        this.desk = desk;
        this.stream = stream;
    }

    /** A job for a program of the page. */
    record View(
            long id,
            String kind,
            Job.State state,
            long done,
            long total,
            @Nullable String message) {}

    @GetMapping("/jobs/{id}")
    @ResponseBody
    View show(@AuthenticationPrincipal Acting acting, @PathVariable long id) {
        Job job = job(acting, id);
        return new View(id, job.kind(), job.state(), job.done(), job.total(), job.message());
    }

    /** The card again each time the job moves; this thread is a virtual one and may wait. */
    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @AuthenticationPrincipal Acting acting,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Job job = job(acting, id);
        String titleKey = desk.kindOf(job).map(JobKind::titleKey).orElse("jobs.title");
        stream.write(job, titleKey, request, response);
    }

    @PostMapping("/jobs/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal Acting acting,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from) {
        Job job = job(acting, id);
        if (!desk.mayCancel(job, acting::may)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        jobs.cancel(acting.account(), job.id());
        return "redirect:" + (from == null ? "/" : path(from));
    }

    private Job job(Acting acting, long id) {
        return (id > 0 ? jobs.find(acting.account(), new JobId(id)) : Optional.<Job>empty())
                .filter(job -> desk.maySee(job, acting::may))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The path of an address, whatever host it names: nobody is sent elsewhere by a forged header. */
    private static String path(String address) {
        try {
            String path = new URI(address).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\") ? "/" : path;
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
