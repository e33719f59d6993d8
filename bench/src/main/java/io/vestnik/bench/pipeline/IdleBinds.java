package io.vestnik.bench.pipeline;

import io.vestnik.bench.CustomerPages;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.SmppLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two thousand programs that are bound and say nothing: what they hold of the server's memory. */
final class IdleBinds implements Measurement {

    private static final int PROGRAMS = 20;
    private static final int EACH = 100;
    private static final double MOST_MIB = 128;
    private static final int MOST_COLLECTIONS = 20;
    private static final double KIB_A_MIB = 1_024;
    private static final String WHAT = "2,000 idle binds add to resident memory";

    @Override
    public String name() {
        return "idle-binds";
    }

    @Override
    public String words() {
        return "what 2,000 idle SMPP binds add to the server's resident memory";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        if (SmppDoor.of(stand).isEmpty()) {
            figures.add(Figure.missing(WHAT, "MiB", "<= 128", SmppDoor.ABSENT));
            return;
        }
        List<SmppDoor> programs = programs(stand);
        double before = settled(stand);
        double heap = stand.gauge().heapMebibytes();
        List<SmppLoad> bound = new ArrayList<>();
        try {
            for (SmppDoor program : programs) {
                bound.add(SmppLoad.open(program.settings(), EACH, 10));
            }
            double after = settled(stand);
            figures.add(Figure.atMost(WHAT, (after - before) / KIB_A_MIB, MOST_MIB, "MiB")
                    .noted("%d system ids, %d binds each; %,.0f MiB before; %.1f MiB of heap"
                            .formatted(
                                    PROGRAMS,
                                    EACH,
                                    before / KIB_A_MIB,
                                    stand.gauge().heapMebibytes() - heap)));
        } finally {
            bound.forEach(SmppLoad::close);
        }
    }

    private static List<SmppDoor> programs(Stand stand) throws IOException {
        List<SmppDoor> programs = new ArrayList<>();
        try (CustomerPages pages = CustomerPages.signIn(stand.installation())) {
            for (int i = 0; i < PROGRAMS; i++) {
                String systemId = "idle" + (100 + i);
                programs.add(new SmppDoor(stand.smppPort(), systemId, pages.newSystem(systemId)));
            }
        }
        return programs;
    }

    /** The same once a collection gives no more memory back: the collector returns it bit by bit. */
    private static double settled(Stand stand) {
        double last = Double.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            stand.collect();
            double now = resident(stand);
            if (last - now < KIB_A_MIB) {
                return now;
            }
            last = now;
        }
        return last;
    }

    /** Kilobytes of the server's process that are in memory. */
    private static double resident(Stand stand) {
        Path status =
                Path.of("/proc", String.valueOf(stand.installation().server().pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
