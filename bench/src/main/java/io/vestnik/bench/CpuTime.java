package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Time of processors spent so far, in microseconds.
 *
 * @param server by the server's process
 * @param database by the database's processes, those that ended included
 */
public record CpuTime(long server, long database) {

    private static final long MICROS_A_TICK = 10_000; // the kernel counts in hundredths of a second
    private static final int OWN =
            11; // utime, the fourteenth field of proc(5), counted after the name's closing bracket
    private static final int OF_ENDED_CHILDREN = 13;

    public static CpuTime of(ProcessHandle server) {
        return new CpuTime(
                ticks(server, OWN) * MICROS_A_TICK,
                server.descendants()
                                .mapToLong(it -> ticks(it, OWN) + ticks(it, OF_ENDED_CHILDREN))
                                .sum()
                        * MICROS_A_TICK);
    }

    public CpuTime since(CpuTime earlier) {
        return new CpuTime(server - earlier.server, database - earlier.database);
    }

    private static long ticks(ProcessHandle process, int field) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
        } catch (NoSuchFileException e) {
            return 0; // it ended meanwhile; its parent has its time
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
