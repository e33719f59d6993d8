package io.vestnik.platform.pipeline.domain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The last minutes of each route on this node, from the figures that are counted anyway: a sample every five seconds. */
@Component
public class RouteCourse implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(RouteCourse.class);

    /** Seconds between samples. */
    public static final int EVERY = 5;

    private static final int KEPT = 60;

    private final Routes routes;
    private final MeterRegistry meters;
    private final Map<String, Course> courses = new ConcurrentHashMap<>();
    private final Timetable timetable = new Timetable("route-course", log);

    RouteCourse(Routes routes, MeterRegistry meters) {
        this.routes = routes;
        this.meters = meters;
        timetable.every(Duration.ofSeconds(EVERY), "Sampling routes", this::sample);
    }

    /**
     * What a route did in one span.
     *
     * @param submits messages a second given to the network
     * @param refused messages a second that it refused, for good or for a time
     * @param answer milliseconds to an answer, on average; 0 where none came
     */
    public record Sample(double submits, double refused, double answer) {
        /** Before anything was counted. */
        public static final Sample NOTHING = new Sample(0, 0, 0);
    }

    /** The samples of a route, the oldest first; nothing before the first five seconds. */
    public List<Sample> of(String route) {
        Course course = courses.get(route);
        return course == null ? List.of() : course.samples();
    }

    private void sample() {
        for (Route route : routes.open()) {
            courses.computeIfAbsent(route.name(), _ -> new Course()).add(totals(route.name()));
        }
    }

    private record Totals(double submits, double refused, double answers, double millis) {}

    private Totals totals(String route) {
        Timer answers = meters.find("vestnik.smpp.answers").tag("route", route).timer();
        return new Totals(
                count("vestnik.route.submits", route),
                count("vestnik.route.refused", route) + count("vestnik.route.later", route),
                answers == null ? 0 : answers.count(),
                answers == null ? 0 : answers.totalTime(TimeUnit.MILLISECONDS));
    }

    private double count(String name, String route) {
        Counter counter = meters.find(name).tag("route", route).counter();
        return counter == null ? 0 : counter.count();
    }

    private static final class Course {
        private final ArrayDeque<Sample> samples = new ArrayDeque<>();
        private Totals last = new Totals(0, 0, 0, 0);
        private boolean begun;

        synchronized void add(Totals now) {
            if (begun) {
                double answers = now.answers() - last.answers();
                samples.addLast(new Sample(
                        (now.submits() - last.submits()) / EVERY,
                        (now.refused() - last.refused()) / EVERY,
                        answers > 0 ? (now.millis() - last.millis()) / answers : 0));
                if (samples.size() > KEPT) {
                    samples.removeFirst();
                }
            }
            begun = true;
            last = now;
        }

        synchronized List<Sample> samples() {
            return List.copyOf(samples);
        }
    }

    @Override
    public void destroy() {
        timetable.close();
    }
}
