package io.vestnik.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How fast the server tells where a number belongs: its own code, in a process that does nothing else. */
final class Lookups {
    private static final String METER = "io.vestnik.platform.numbering.domain.LookupMeter";
    private static final double LEAST = 2_000_000;
    private static final double MIB = 1024.0 * 1024;

    private final House house;
    private final PrintStream out;

    Lookups(House house, PrintStream out) {
        this.house = house;
        this.out = out;
    }

    int run(boolean json) {
        Map<String, Long> told = measure();
        Figures figures = new Figures("numbering");
        figures.add(Figure.atLeast("numbering look-ups, one core", (double) of(told, "lookups"), LEAST, "look-ups/s")
                .noted("%,d ranges under %,d ported numbers".formatted(of(told, "ranges"), of(told, "ported"))));
        figures.told("memory of the tables", (double) of(told, "bytes") / MIB, "MiB");
        out.print(json ? figures.line() + System.lineSeparator() : figures.table());
        return figures.met() ? 0 : 1;
    }

    private Map<String, Long> measure() {
        List<String> command = List.of(
                house.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                house.server().toString(),
                METER);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Map<String, Long> told = new HashMap<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.split("\t", -1);
                    told.put(parts[0], Long.valueOf(parts[1]));
                }
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("The measurement ended with " + code);
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while look-ups are measured", e);
        }
    }

    private static long of(Map<String, Long> told, String name) {
        Long value = told.get(name);
        if (value == null) {
            throw new IllegalStateException("The measurement has not told its " + name);
        }
        return value;
    }
}
