package io.vestnik.platform.shell;

import java.util.List;

/**
 * A chart and the numbers behind it.
 *
 * @param title read aloud, and the caption of the table
 * @param labels the points of the axis, or the slices of a donut; at most 1,000
 * @param series each as long as the labels
 * @param links where a click on each label leads, a path of this server, empty where nowhere; none at all when there is nothing to open
 */
public record Chart(Kind kind, String title, List<String> labels, List<Series> series, List<String> links) {

    private static final int MOST_POINTS = 1_000;

    /** How it is drawn. */
    public enum Kind {
        LINE,
        BAR,
        STACKED,
        DONUT
    }

    /** One line, colour of bars, or the only ring of a donut. */
    public record Series(String name, Tone tone, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** A chart that leads nowhere. */
    public Chart(Kind kind, String title, List<String> labels, List<Series> series) {
        this(kind, title, labels, series, List.of());
    }

    public Chart {
        links = List.copyOf(links);
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        if (labels.size() > MOST_POINTS) {
            throw new IllegalArgumentException("Too many points: " + labels.size());
        }
        if (!links.isEmpty() && links.size() != labels.size()) {
            throw new IllegalArgumentException("Not as many links as labels");
        }
        for (Series each : series) {
            if (each.values().size() != labels.size()) {
                throw new IllegalArgumentException("Series " + each.name() + " is not as long as the labels");
            }
        }
    }
}
