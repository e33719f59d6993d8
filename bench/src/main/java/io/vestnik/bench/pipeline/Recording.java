package io.vestnik.bench.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Adds up a flight recording: which methods were running, under which others, and who allocated how much of what. */
final class Recording {

    private static final int SHOWN = 60;
    private static final int DEEPEST = 200;
    private static final double PER_CENT = 100;

    private final Map<String, Long> leaves = new HashMap<>();
    private final Map<String, Long> within = new HashMap<>();
    private final Map<String, Long> classes = new HashMap<>();
    private final Map<String, Long> allocators = new HashMap<>();
    private long samples;
    private long bytes;

    private Recording() {}

    static String read(Path file) throws IOException {
        Recording recording = new Recording();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                recording.add(events.readEvent());
            }
        }
        return recording.words();
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> addSample(event.getStackTrace());
            case "jdk.ObjectAllocationSample" -> addAllocation(event);
            default -> {
                // the rest is for whoever opens the recording
            }
        }
    }

    private void addSample(@Nullable RecordedStackTrace trace) {
        if (trace == null || trace.getFrames().isEmpty()) {
            return;
        }
        samples++;
        leaves.merge(name(trace.getFrames().getFirst()), 1L, Long::sum);
        names(trace).forEach(name -> within.merge(name, 1L, Long::sum));
    }

    private void addAllocation(RecordedEvent event) {
        long weight = event.getLong("weight");
        bytes += weight;
        classes.merge(event.getClass("objectClass").getName(), weight, Long::sum);
        RecordedStackTrace trace = event.getStackTrace();
        if (trace != null) {
            names(trace).forEach(name -> allocators.merge(name, weight, Long::sum));
        }
    }

    private static Set<String> names(RecordedStackTrace trace) {
        Set<String> names = new HashSet<>();
        List<RecordedFrame> frames = trace.getFrames();
        for (int i = 0; i < Math.min(frames.size(), DEEPEST); i++) {
            names.add(name(frames.get(i)));
        }
        return names;
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private String words() {
        return table("Running", leaves, samples, SHOWN)
                + table("Running within", within, samples, SHOWN * 4)
                + table("Allocated, by class", classes, bytes, SHOWN)
                + table("Allocated within", allocators, bytes, SHOWN * 4);
    }

    private static String table(String title, Map<String, Long> counts, long all, int shown) {
        return title
                + System.lineSeparator()
                + counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(shown)
                        .map(it -> String.format(
                                Locale.ROOT,
                                "  %5.1f %%  %s%n",
                                PER_CENT * it.getValue() / Math.max(1, all),
                                it.getKey()))
                        .collect(Collectors.joining())
                + System.lineSeparator();
    }
}
