package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.shell.PresentViewer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Times of day to the millisecond, where whoever looks lives. */
@Component
class PresentZone {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final PresentViewer viewer;

    PresentZone(PresentViewer viewer) {
        this.viewer = viewer;
    }

    ZoneId of() {
        return viewer.zone();
    }

    String clock(Instant at) {
        return CLOCK.format(at.atZone(viewer.zone()));
    }
}
