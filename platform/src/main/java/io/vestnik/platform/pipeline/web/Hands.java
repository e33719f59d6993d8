package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.domain.PathStatus;
import io.vestnik.platform.shell.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What needs a person, and what that person should do; nothing while all is well. */
@Component
class Hands {
    static final Duration OLD_LANE = Duration.ofMinutes(5);
    private static final Duration OLD_DOUBT = Duration.ofMinutes(15);
    private static final Duration LATE_READER = Duration.ofSeconds(30);
    private static final Duration VERY_LATE_READER = Duration.ofMinutes(10);
    private static final double LONG_TRANSACTION = 300;
    private static final int FEWEST_AHEAD = 2;
    private static final int NEARLY_ALL = 90;
    private static final long LITTLE_DISK = 10L << 30;
    private static final long NO_DISK = 2L << 30;

    private final PathTexts texts;

    Hands(PathTexts texts) {
        this.texts = texts;
    }

    /** A trouble, and the way out. */
    record Hand(Tone tone, String title, String advice) {}

    List<Hand> needed(PathStatus now) {
        List<Hand> all = new ArrayList<>();
        routes(now, all);
        queues(now, all);
        house(now, all);
        return all;
    }

    private void routes(PathStatus now, List<Hand> all) {
        for (PathStatus.RouteState route : now.routes()) {
            if (route.health().up() == 0) {
                add(
                        all,
                        Tone.FAILURE,
                        "route-down",
                        route.name(),
                        route.health().reason());
            } else if (route.health().up() < route.health().wanted()) {
                add(
                        all,
                        Tone.WAITING,
                        "route-partly",
                        route.name(),
                        route.health().reason());
            }
        }
    }

    private void queues(PathStatus now, List<Hand> all) {
        boolean stands = now.lanes().stream()
                .anyMatch(lane -> !lane.paused()
                        && new MessageId(lane.oldest()).second().plus(OLD_LANE).isBefore(now.at()));
        if (stands) {
            add(all, Tone.WAITING, "queue-old", texts.pause(OLD_LANE));
        }
        boolean doubtful = now.troubles().doubts().stream()
                .anyMatch(doubt -> doubt.oldest().plus(OLD_DOUBT).isBefore(now.at()));
        if (doubtful) {
            add(all, Tone.WAITING, "doubt-old", texts.pause(OLD_DOUBT));
        }
        if (now.sizes().orphans() > 0) {
            add(all, Tone.WAITING, "orphans", texts.format().number(now.sizes().orphans()));
        }
    }

    private void house(PathStatus now, List<Hand> all) {
        if (fewAhead(now)) {
            add(all, Tone.FAILURE, "partitions");
        }
        Tone disk = disk(now);
        if (disk != Tone.NEUTRAL) {
            add(all, disk, "disk", texts.format().bytes(now.house().disk().free()));
        }
        if (connections(now)) {
            add(all, Tone.WAITING, "connections");
        }
        if (longTransaction(now)) {
            add(all, Tone.WAITING, "transaction");
        }
        for (PathStatus.Subscriber reader : now.house().subscribers()) {
            Tone tone = tone(now, reader);
            if (tone != Tone.SUCCESS) {
                add(all, tone, "reader", reader.name());
            }
        }
    }

    private void add(List<Hand> all, Tone tone, String what, Object... arguments) {
        all.add(new Hand(
                tone,
                texts.text("pipeline.hand." + what, arguments),
                texts.text("pipeline.hand." + what + ".do", arguments)));
    }

    static boolean fewAhead(PathStatus now) {
        return now.house().ahead().values().stream().anyMatch(periods -> periods < FEWEST_AHEAD);
    }

    static Tone disk(PathStatus now) {
        long free = now.house().disk().free();
        if (free == 0 || free >= LITTLE_DISK) {
            return Tone.NEUTRAL;
        }
        return free < NO_DISK ? Tone.FAILURE : Tone.WAITING;
    }

    static boolean connections(PathStatus now) {
        return now.database().connections() * 100 >= now.database().most() * NEARLY_ALL;
    }

    static boolean longTransaction(PathStatus now) {
        return now.database().longest() > LONG_TRANSACTION;
    }

    static Tone tone(PathStatus now, PathStatus.Subscriber reader) {
        Instant oldest = reader.behind().oldest();
        if (oldest == null || oldest.plus(LATE_READER).isAfter(now.at())) {
            return Tone.SUCCESS;
        }
        return oldest.plus(VERY_LATE_READER).isAfter(now.at()) ? Tone.WAITING : Tone.FAILURE;
    }
}
