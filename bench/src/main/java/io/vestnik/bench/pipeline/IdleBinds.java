package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.SmppLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Two thousand programs that are bound and say nothing: what they hold of the server's memory. */
final class IdleBinds implements Measurement {

    private static final int BINDS = 2_000;
    private static final double MOST_MIB = 128;
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
        Optional<SmppDoor> door = SmppDoor.of(stand);
        if (door.isEmpty()) {
            figures.add(Figure.missing(WHAT, "MiB", "<= 128", SmppDoor.ABSENT));
            return;
        }
        // One program may have so many binds as its terms say; for this it is given them all.
        stand.database().run("ALTER TABLE smppserver.system DROP CONSTRAINT IF EXISTS system_binds_check");
        stand.database().run("UPDATE smppserver.system SET binds = " + (BINDS + 10));
        stand.collect();
        double before = resident(stand);
        try (SmppLoad load = open(door.get())) {
            stand.collect();
            figures.add(Figure.atMost(WHAT, (resident(stand) - before) / KIB_A_MIB, MOST_MIB, "MiB")
                    .noted("%,d bound, %,.0f MiB before".formatted(load.sessions(), before / KIB_A_MIB)));
        }
    }

    /** The server learns within a second or two how many binds are allowed now. */
    private static SmppLoad open(SmppDoor door) throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                return SmppLoad.open(door.settings(), BINDS, 10);
            } catch (IOException e) {
                if (System.nanoTime() - began > Stand.PATIENCE.toNanos() / 6) {
                    throw e;
                }
            }
        }
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
