package io.vestnik.platform.store.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The verbs {@code backup --data DIR [--to FILE]} and {@code restore FILE --data DIR} of the launcher; it ends with 0 when
 * it is done, 64 when it was asked wrongly and 65 when it refused or failed.
 */
public final class BackupCommand {
    private static final int ASKED_WRONGLY = 64;
    private static final int REFUSED = 65;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    BackupCommand(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Does what the words ask for and ends the process. */
    public static void main(String[] words) {
        System.exit(new BackupCommand(Clock.systemUTC(), System.out, System.err).run(words));
    }

    int run(String... words) {
        try {
            if (words.length == 0) {
                return wrongly();
            }
            return switch (words[0]) {
                case "backup" -> backup(words);
                case "restore" -> restore(words);
                default -> wrongly();
            };
        } catch (IOException e) {
            err.println("vestnik: " + (e instanceof Refusal ? e.getMessage() : e.toString()));
            return REFUSED;
        }
    }

    private int wrongly() {
        err.println("vestnik: backup --data DIR [--to FILE], or restore FILE --data DIR");
        return ASKED_WRONGLY;
    }

    private int backup(String... words) throws IOException {
        Optional<Path> data = option("--data", words);
        if (data.isEmpty() || words.length != (option("--to", words).isPresent() ? 5 : 3)) {
            return wrongly();
        }
        Instant now = clock.instant();
        Path to = option("--to", words)
                .orElse(data.get().resolve("backups").resolve("vestnik-" + STAMP.format(now) + ".tar.gz"));
        Backup.Made made = new Backup(data.get(), to, now).run();
        out.printf(
                Locale.ROOT,
                "%s%n%d files, %.1f MB. It holds the keys of this installation: keep it where only you can read it.%n",
                made.file(),
                made.files(),
                made.bytes() / 1e6);
        return 0;
    }

    private int restore(String... words) throws IOException {
        Optional<Path> data = option("--data", words);
        if (data.isEmpty() || words.length != 4 || words[1].startsWith("--")) {
            return wrongly();
        }
        BackupReader.Head restored = new Restore(Path.of(words[1]), data.get()).run();
        out.printf(
                Locale.ROOT,
                "%s is as it was at %s (%d files).%n",
                data.get().toAbsolutePath().normalize(),
                restored.made(),
                restored.files());
        return 0;
    }

    private static Optional<Path> option(String name, String... words) {
        for (int i = 1; i < words.length - 1; i++) {
            if (words[i].equals(name)) {
                return Optional.of(Path.of(words[i + 1]));
            }
        }
        return Optional.empty();
    }
}
