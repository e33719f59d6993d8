package io.vestnik.platform.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lease: a process of a machine's run. A neighbour on the same run of the same machine can see that it has died and
 * need not wait for its leases to end.
 */
final class Holder {
    private static final Pattern FORM = Pattern.compile("(\\d+)@([^/]*)/(\\d+)/.*");

    private final String machine = machine();

    /** This process, told apart from others in it by a random part. */
    String here() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "@" + machine + "/" + startOf(self) + "/" + UUID.randomUUID();
    }

    /** Whether this holder is known to have died; false for whoever cannot be seen from here. */
    boolean isGone(String holder) {
        Matcher parts = FORM.matcher(holder);
        if (machine.isEmpty() || !parts.matches() || !machine.equals(parts.group(2))) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts.group(1)));
        return process.isEmpty()
                || !process.get().isAlive()
                || !startOf(process.get()).equals(parts.group(3));
    }

    private static String startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(at -> Long.toString(at.toEpochMilli()))
                .orElse("0");
    }

    /** The run of the kernel and the space of process numbers: only within both does a number mean the same process. */
    private static String machine() {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"), StandardCharsets.US_ASCII)
                    .strip();
            String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return boot + "." + space;
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // no such files here: leases are waited for
        }
    }
}
