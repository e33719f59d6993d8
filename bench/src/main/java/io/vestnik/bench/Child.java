package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process of ours that writes its log to a file and does not outlive this one, unless this one is killed outright. */
public final class Child implements AutoCloseable {

    private static final int LINES_SHOWN = 30;
    private static final long PAUSE_MILLIS = 50;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread onExit;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.onExit = Thread.ofPlatform().name("stop-" + name).unstarted(process::destroy);
    }

    public static Child start(String name, List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Child child = new Child(name, process, log);
            Runtime.getRuntime().addShutdownHook(child.onExit);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for something that the process makes true; throws with the end of its log if it ends before or takes too long. */
    public void await(String what, Duration atMost, BooleanSupplier there) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!there.getAsBoolean()) {
            if (ended(PAUSE_MILLIS)) {
                throw new IllegalStateException(
                        name + " ended with " + process.exitValue() + " before " + what + ":\n" + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + ": no " + what + " within " + atMost + ":\n" + endOfLog());
            }
        }
    }

    /** Ends the process without asking. */
    public void kill() {
        process.destroyForcibly();
        ended(TimeUnit.SECONDS.toMillis(10));
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    /** Asks the process to stop, waits, and ends it if it does not listen; nothing is left to do the second time. */
    @Override
    public void close() {
        process.destroy();
        if (!ended(TimeUnit.SECONDS.toMillis(40))) {
            process.destroyForcibly();
            ended(TimeUnit.SECONDS.toMillis(10));
        }
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    private boolean ended(long withinMillis) {
        try {
            return process.waitFor(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }
}
