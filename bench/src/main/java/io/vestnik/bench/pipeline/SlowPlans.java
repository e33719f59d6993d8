package io.vestnik.bench.pipeline;

import io.vestnik.bench.Installation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plans by which the slowest statements really ran, as PostgreSQL explains them to its own log. */
final class SlowPlans {

    /** What makes the database explain, from the next connection on. */
    static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = '40ms'",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_buffers = on",
            "auto_explain.log_parameter_max_length = 0");

    private static final Pattern PLAN = Pattern.compile("(?m)^(.*duration: ([0-9.]+) ms  plan:\\n(?:\\t[^\\n]*\\n)+)");
    private static final int MOST = 30;
    private static final int MOST_OCTETS = 200_000_000;

    private final Path log;
    private final long from;

    private SlowPlans(Path log, long from) {
        this.log = log;
        this.from = from;
    }

    /** What is explained from now on. */
    static SlowPlans from(Installation installation) {
        Path log = installation.data().resolve("postgres/postgres.log");
        return new SlowPlans(log, log.toFile().length());
    }

    private record Plan(double millis, String text) {}

    /** How many there were, and the slowest of them. */
    String told() {
        List<Plan> plans = new ArrayList<>();
        Matcher found = PLAN.matcher(read());
        while (found.find()) {
            plans.add(new Plan(Double.parseDouble(found.group(2)), found.group(1)));
        }
        return plans.stream()
                .sorted(Comparator.comparingDouble(Plan::millis).reversed())
                .limit(MOST)
                .map(Plan::text)
                .collect(Collectors.joining("\n", plans.size() + " statements took 40 ms or more\n\n", ""));
    }

    private String read() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] octets = new byte[(int) Math.min(file.length() - from, MOST_OCTETS)];
            file.readFully(octets);
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
