package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.StoreSettings;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Archived messages and facts: the file is written anew without the person. A file a step. */
@Component
class ArchivesOfPeople implements PersonalData {
    private static final Set<String> NAMING = Set.of("recipient", "body", "reference", "callback");
    private static final int BUFFER = 1 << 17;
    /** Rows between two signs of life: the step reads a file for longer than the store lets a transaction be idle. */
    private static final int ALIVE = 500_000;

    private final Path folder;
    private final JdbcClient jdbc;

    ArchivesOfPeople(StoreSettings settings, JdbcClient jdbc) {
        this.folder = settings.data().toAbsolutePath().resolve("archive");
        this.jdbc = jdbc;
    }

    @Override
    public String place() {
        return "pipeline.archives";
    }

    @Override
    @AcrossAccounts("an archive holds all accounts; only the rows of this one are changed")
    public Step erase(AccountId account, People people, @Nullable String after) {
        try {
            Path file = next(after);
            if (file == null) {
                return new Step(null, 0);
            }
            return new Step(name(file), rewrite(file, account, people));
        } catch (IOException e) {
            throw new UncheckedIOException("An archive cannot be read or written", e);
        }
    }

    private @Nullable Path next(@Nullable String after) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".csv.gz"))
                    .filter(file -> after == null || name(file).compareTo(after) > 0)
                    .min((one, other) -> name(one).compareTo(name(other)))
                    .orElse(null);
        }
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private long rewrite(Path file, AccountId account, People people) throws IOException {
        Path draft = folder.resolve(name(file) + ".erasing");
        long changed = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(draft), BUFFER), StandardCharsets.UTF_8))) {
            String head = Objects.requireNonNullElse(in.readLine(), "");
            List<String> columns = List.of(head.split(",", -1));
            out.write(head);
            out.write('\n');
            long rows = 0;
            for (String row = row(in); row != null; row = row(in)) {
                boolean theirs = people.in(row) && isTheirs(row, columns, account, people);
                out.write(theirs ? without(row, columns) : row);
                out.write('\n');
                changed += theirs ? 1 : 0;
                if (++rows % ALIVE == 0) {
                    jdbc.sql("SELECT 1").query(Integer.class).single();
                }
            }
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        if (changed == 0) {
            Files.delete(draft);
        } else {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return changed;
    }

    /** A row may go over several lines where a text within quotes does. */
    private static @Nullable String row(BufferedReader in) throws IOException {
        String row = in.readLine();
        while (row != null && row.chars().filter(c -> c == '"').count() % 2 == 1) {
            String more = in.readLine();
            row = more == null ? row + '"' : row + "\n" + more;
        }
        return row;
    }

    private static boolean isTheirs(String row, List<String> columns, AccountId account, People people) {
        List<String> cells = cells(row);
        return cells.get(columns.indexOf("account")).equals(account.toString())
                && people.phones().contains(cells.get(columns.indexOf("recipient")));
    }

    /** The row with nothing in the columns that name somebody; in CSV of PostgreSQL an empty cell is null. */
    private static String without(String row, List<String> columns) {
        List<String> cells = cells(row);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            kept.append(i == 0 ? "" : ",").append(NAMING.contains(columns.get(i)) ? "" : cells.get(i));
        }
        return kept.toString();
    }

    /** The cells as they are written, quotes and all. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(row.substring(from, i));
                from = i + 1;
            }
        }
        cells.add(row.substring(from));
        return cells;
    }

    /** An archive is the operator's, and repeats what is older than the account can see. */
    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
