package io.vestnik.bench.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Processor time in milliseconds by kind of thread of the server, and by kind of process of its database. */
record ThreadTimes(Map<String, Long> millis) {

    private static final long MILLIS_A_TICK = 10;
    private static final int USER = 11;

    static ThreadTimes of(ProcessHandle server) {
        Map<String, Long> millis = new HashMap<>();
        Path tasks = Path.of("/proc", String.valueOf(server.pid()), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            threads.forEach(thread -> add(millis, "server: ", thread));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.descendants().forEach(it -> add(millis, "", Path.of("/proc", String.valueOf(it.pid()))));
        return new ThreadTimes(millis);
    }

    Map<String, Long> since(ThreadTimes earlier) {
        Map<String, Long> spent = new HashMap<>();
        millis.forEach((kind, time) -> spent.put(kind, time - earlier.millis.getOrDefault(kind, 0L)));
        return spent;
    }

    private static void add(Map<String, Long> millis, String whose, Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            int name = stat.lastIndexOf(')');
            String[] fields = stat.substring(name + 2).split(" ");
            String kind = whose.isEmpty()
                    ? Files.readString(process.resolve("cmdline")).replace('\0', ' ')
                    : stat.substring(stat.indexOf('(') + 1, name);
            long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]);
            millis.merge(whose + kind(kind), ticks * MILLIS_A_TICK, Long::sum);
        } catch (NoSuchFileException e) {
            // it ended meanwhile, and its time is lost to us
        } catch (IOException e) {
            if (Files.exists(process)) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Threads and processes that do the same count together: their numbers go, and what a backend is doing just now. */
    private static String kind(String name) {
        return name.replaceAll("\\(\\d+\\).*", "").replaceAll("[-#]?\\d+$", "").strip();
    }
}
