package io.vestnik.bench.pipeline;

import io.vestnik.bench.HeapPeak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most memory that the server of a stand takes from some moment on. */
final class MemoryPeak {

    private static final String FORGET_THE_PEAK = "5"; // proc(5), clear_refs
    private static final double KIB_OF_A_MIB = 1_024;

    private final Path log;
    private final Path process;
    private final long begin;

    private MemoryPeak(Path log, Path process, long begin) {
        this.log = log;
        this.process = process;
        this.begin = begin;
    }

    /** From now on, behind a collection. */
    static MemoryPeak from(Stand stand) throws IOException {
        stand.collect();
        Path process =
                Path.of("/proc", String.valueOf(stand.installation().server().pid()));
        Files.writeString(process.resolve("clear_refs"), FORGET_THE_PEAK);
        Path log = stand.installation().folder().resolve("gc.log");
        return new MemoryPeak(log, process, Files.size(log));
    }

    /** Of the heap, in MiB, as collections found it; 0 when there was none since. */
    long heap() {
        return HeapPeak.mebibytes(log, begin);
    }

    /** Resident memory of the process, in MiB. */
    double resident() throws IOException {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / KIB_OF_A_MIB;
        }
    }
}
