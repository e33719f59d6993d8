package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others that are on the machine, or not. */
final class Programs {
    private static final int PATIENCE_SECONDS = 120;

    private Programs() {}

    /** Without this program the test is passed over, and says so. */
    static void need(String program) {
        assumeTrue(runs(List.of(program, "--version")), program + " is not on this machine");
    }

    /**
     * The folder with a package of npm and what it needs; without npm, or a registry that answers, the test is passed over.
     *
     * @param name with its version
     */
    static Path npm(String name) {
        need("node");
        need("npm");
        Path home = Path.of("target", "npm").toAbsolutePath();
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String folder = name.substring(0, name.lastIndexOf('@'));
        boolean there = Files.exists(home.resolve("node_modules").resolve(folder))
                || runs(List.of(
                        "npm",
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefix",
                        home.toString(),
                        name));
        assumeTrue(there, "the npm package " + name + " cannot be had");
        return home;
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ended(process) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // it is not there, which was the question
        }
    }

    /** Runs a program in a folder; what it says. It must end well. */
    static String said(Path folder, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "said", ".txt");
            Path err = Files.createTempFile(folder, "complained", ".txt");
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertThat(ended(process)).as("%s ended", command.getFirst()).isTrue();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            assertThat(process.exitValue())
                    .as("%s: %s%s", command, said, Files.readString(err))
                    .isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
