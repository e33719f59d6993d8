package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The launcher at work, started from a folder that is not the project's. It runs what the build has just made. */
final class Launched implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Launched vestnik(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root().resolve("vestnik").toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("VESTNIK_BUILD", "no");
            builder.environment().put("VESTNIK_AOT", "no");
            builder.environment().put("VESTNIK_JAVA_HOME", System.getProperty("java.home"));
            return new Launched(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("vestnik"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above has the launcher");
        }
        return folder;
    }

    /** Waits for its end. */
    int exitCode(Duration atMost) {
        try {
            assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ended within %s:%n%s%s", atMost, out(), err())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that it makes true. */
    void await(String what, Duration atMost, BooleanSupplier there) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!there.getAsBoolean()) {
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                        .as("ended before %s:%n%s%s", what, out(), err())
                        .isFalse();
                assertThat(System.nanoTime())
                        .as("no %s:%n%s%s", what, out(), err())
                        .isLessThan(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As Ctrl-C and a service's stop do. */
    void signal(String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has started and what those have, while it lives. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    @Override
    public void close() {
        List<ProcessHandle> left = descendants();
        process.destroy();
        if (process.isAlive()) {
            exitCode(Duration.ofSeconds(60));
        }
        left.forEach(ProcessHandle::destroyForcibly);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
