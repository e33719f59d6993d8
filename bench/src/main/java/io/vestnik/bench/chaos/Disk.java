package io.vestnik.bench.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where the data are: a file system of their own of a limited size where mounting is allowed, a mere folder elsewhere. */
final class Disk implements AutoCloseable {

    /** The log of a run of some minutes fits with room to spare, and filling it takes no time. */
    private static final int MEGABYTES = 1_536;

    private static final int PIECE = 1 << 20;
    private static final int COMMAND_SECONDS = 20;

    private final Path folder;
    private final boolean own;
    private final Thread onExit;

    private Disk(Path folder, boolean own) {
        this.folder = folder;
        this.own = own;
        // Whoever stops the run in the middle shall find nothing mounted.
        this.onExit = Thread.ofPlatform().name("unmount").unstarted(() -> run("umount", "-l", "" + folder));
        if (own) {
            Runtime.getRuntime().addShutdownHook(onExit);
        }
    }

    /** Makes the folder, and mounts memory on it where that is allowed. */
    static Disk at(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Disk(
                folder,
                run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=711", "vestnik-chaos", "" + folder));
    }

    Path folder() {
        return folder;
    }

    /** Whether it may be filled: others' data are not on it. */
    boolean mayBeFilled() {
        return own;
    }

    /** Leaves not a byte free. */
    void fill() {
        if (!own) {
            throw new IllegalStateException("This disk is others' too");
        }
        byte[] piece = new byte[PIECE];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(piece);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() > PIECE) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** Makes room again. */
    void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        if (own && !run("umount", "" + folder) && !run("umount", "-l", "" + folder)) {
            throw new IllegalStateException("Cannot unmount " + folder);
        }
        if (own) {
            Runtime.getRuntime().removeShutdownHook(onExit);
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
