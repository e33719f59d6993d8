package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.Pulse;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Server-sent events of a campaign: its live parts, drawn again when they move, four times a second at most. */
@Component
class CampaignStream implements SmartLifecycle {
    private static final int MOST_STREAMS = 500;
    private static final Duration FASTEST = Duration.ofMillis(250);
    private static final Duration SLOWEST = Duration.ofSeconds(2);
    private static final Duration COURSE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final CampaignStore store;
    private final CampaignView view;
    private final Pulse pulse;
    private final Drawing drawing;
    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private volatile boolean running;

    CampaignStream(CampaignStore store, CampaignView view, Pulse pulse, Drawing drawing) {
        this.store = store;
        this.view = view;
        this.pulse = pulse;
        this.drawing = drawing;
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

    /** Writes until the campaign is over, the reader goes, the server stops or ten minutes have passed. */
    void write(Who who, StoredCampaign campaign, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!free.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        Semaphore moved = new Semaphore(0);
        Runnable note = moved::release;
        pulse.watch(campaign.id(), note);
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
            response.setHeader("X-Accel-Buffering", "no");
            new Reader(who, request, response).follow(campaign, moved);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pulse.unwatch(campaign.id(), note);
            free.release();
        }
    }

    /** One page that looks. */
    private final class Reader {
        private final Who who;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final PrintWriter out;
        private String board = "";
        private String steer = "";
        private String course = "";
        private long courseAt;

        Reader(Who who, HttpServletRequest request, HttpServletResponse response) throws IOException {
            this.who = who;
            this.request = request;
            this.response = response;
            this.out = response.getWriter();
        }

        void follow(StoredCampaign first, Semaphore moved) throws IOException, InterruptedException {
            long started = System.nanoTime();
            StoredCampaign campaign = first;
            while (running && System.nanoTime() - started < LONGEST.toNanos()) {
                boolean over = campaign.finishedAt() != null;
                show(campaign, over);
                if (over) {
                    event("end", "");
                    return;
                }
                // What cannot be written says that the reader has gone.
                out.write(":\n\n");
                if (out.checkError()) {
                    return;
                }
                Thread.sleep(FASTEST);
                if (moved.tryAcquire(SLOWEST.toMillis(), TimeUnit.MILLISECONDS)) {
                    moved.drainPermits();
                }
                campaign = store.find(first.account(), first.id()).orElse(campaign);
            }
        }

        private void show(StoredCampaign campaign, boolean over) throws IOException {
            board = changed(
                    "board",
                    board,
                    drawing.draw("campaigns/campaign :: board", view.board(campaign), request, response));
            steer = changed(
                    "steer",
                    steer,
                    drawing.draw("campaigns/campaign :: steer", view.steer(who, campaign), request, response));
            if (over || System.nanoTime() - courseAt > COURSE.toNanos()) {
                courseAt = System.nanoTime();
                course = changed(
                        "course",
                        course,
                        drawing.draw("campaigns/campaign :: course", view.course(campaign), request, response));
            }
        }

        private String changed(String event, String before, String now) {
            if (!now.equals(before)) {
                event(event, now);
            }
            return now;
        }

        private void event(String event, String data) {
            out.write("event: " + event + "\n");
            data.lines().filter(line -> !line.isBlank()).forEach(line -> out.write("data: " + line.strip() + "\n"));
            if (data.isEmpty()) {
                out.write("data:\n");
            }
            out.write("\n");
            out.flush();
        }
    }
}
