package io.vestnik.platform.jobs;

import io.vestnik.platform.shell.Progress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Server-sent events of a job: its card, rendered again when it moves, four times a second at most. */
@Component
class JobStream implements SmartLifecycle {
    private static final int MOST_STREAMS = 500;
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    private static final Duration FASTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Jobs jobs;
    private final JobSignals signals;
    private final ObjectProvider<ThymeleafViewResolver> views;
    private final MessageSource messages;
    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private volatile boolean running;

    JobStream(Jobs jobs, JobSignals signals, ObjectProvider<ThymeleafViewResolver> views, MessageSource messages) {
        this.jobs = jobs;
        this.signals = signals;
        this.views = views;
        this.messages = messages;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Writes cards until the job is over, the reader goes, the server stops or ten minutes have passed. */
    void write(Job job, String titleKey, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!free.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        Locale locale = LocaleContextHolder.getLocale();
        String title = messages.getMessage(titleKey, null, locale);
        try (JobSignals.Watch watch = signals.watch(job.id())) {
            follow(job, title, watch, request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void follow(
            Job first, String title, JobSignals.Watch watch, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        PrintWriter out = response.getWriter();
        long started = System.nanoTime();
        Job job = first;
        Job shown = null;
        while (running && System.nanoTime() - started < LONGEST.toNanos()) {
            if (!job.equals(shown)) {
                send(
                        out,
                        "job",
                        card(job.id(), progress(first, job, title, System.nanoTime() - started), request, response));
                shown = job;
            } else {
                out.write(":\n\n");
            }
            if (job.state().isFinal()) {
                send(out, "end", "");
                return;
            }
            // What cannot be written says that the reader has gone.
            if (out.checkError()) {
                return;
            }
            Thread.sleep(FASTEST);
            watch.await(SLOWEST);
            job = jobs.find(first.account(), first.id()).orElse(job);
        }
    }

    private static Progress progress(Job first, Job job, String title, long nanos) {
        Progress plain = job.progress(title);
        long moved = job.done() - first.done();
        if (moved <= 0 || plain.finished()) {
            return plain;
        }
        double perSecond = moved * 1e9 / nanos;
        Long left = job.total() == 0 ? null : (long) ((job.total() - job.done()) / perSecond);
        return new Progress(title, plain.tone(), job.done(), job.total(), perSecond, left);
    }

    private String card(JobId job, Progress progress, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        HttpServletResponse captured = new HttpServletResponseWrapper(response) {
            @Override
            public PrintWriter getWriter() {
                return writer;
            }

            @Override
            public void setContentType(String type) {
                // The stream's own type stays.
            }
        };
        try {
            Objects.requireNonNull(
                            views.getObject().resolveViewName("jobs/card :: card", LocaleContextHolder.getLocale()))
                    .render(Map.of("progress", progress, "cancelUrl", "/jobs/" + job + "/cancel"), request, captured);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The card of a job cannot be drawn", e);
        }
        return text.toString();
    }

    private static void send(PrintWriter out, String event, String data) {
        out.write("event: " + event + "\n");
        data.lines().filter(line -> !line.isBlank()).forEach(line -> out.write("data: " + line.strip() + "\n"));
        if (data.isEmpty()) {
            out.write("data:\n");
        }
        out.write("\n");
        out.flush();
    }
}
