package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.domain.PlanLoad.State;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what {@code vestnik numbering load} lays into a folder of the data: {@code N.table} beside {@code N.ask}, whose lines are the
 * kind, whether it is forced, and the source. While it loads there is {@code N.load} with the load's number, and at the end
 * {@code N.said}: {@code done} or {@code refused} in the first line, and what came of it in words.
 */
@Component
public class PlanInbox {
    private static final Logger log = LoggerFactory.getLogger(PlanInbox.class);
    private static final String WHO = "vestnik numbering";
    private static final int MOST_AT_ONCE = 10;
    private static final int LINES = 3;
    private static final long MOST_ASKED = 4096;
    private static final String FORCED = "forced";
    private static final String PORTED = "ported";

    private final Path folder;
    private final PlanDesk desk;
    private final Accounts accounts;
    private final Format texts;
    private final JsonMapper json;

    PlanInbox(StoreSettings settings, PlanDesk desk, Accounts accounts, Format texts, JsonMapper json) {
        this.folder = settings.data().toAbsolutePath().resolve("numbering");
        this.desk = desk;
        this.accounts = accounts;
        this.texts = texts;
        this.json = json;
    }

    /** Starts what is asked for and answers what is over; tells how many those were. */
    public int look() {
        Optional<AccountId> operator = accounts.operator();
        if (operator.isEmpty() || !Files.isDirectory(folder)) {
            return 0;
        }
        try {
            int done = 0;
            for (Path ask : listed("*.ask")) {
                start(operator.get(), ask);
                done++;
            }
            for (Path load : listed("*.load")) {
                done += answer(load) ? 1 : 0;
            }
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of plans cannot be read", e);
        }
    }

    private void start(AccountId operator, Path ask) throws IOException {
        List<String> lines = Files.size(ask) > MOST_ASKED ? List.of() : Files.readAllLines(ask);
        Path table = beside(ask, ".table");
        Files.delete(ask);
        if (lines.size() != LINES) {
            log.warn("{} is nothing that vestnik numbering load would ask", ask.getFileName());
            Files.deleteIfExists(table);
            return;
        }
        boolean ported = lines.get(0).equals(PORTED);
        boolean forced = lines.get(1).equals(FORCED);
        String source = lines.get(2);
        boolean brought = Files.isRegularFile(table);
        FileId file = brought ? kept(operator, source, table) : null;
        long load = desk.start(operator, new PlanLoad.Wish(ported, source, brought ? null : source, file, forced, WHO));
        Files.deleteIfExists(table);
        write(beside(ask, ".load"), Long.toString(load));
    }

    private FileId kept(AccountId operator, String name, Path table) throws IOException {
        try (InputStream content = Files.newInputStream(table)) {
            return desk.keep(operator, name, content);
        } catch (io.vestnik.platform.files.Files.TooLarge e) {
            throw new IOException(e);
        }
    }

    private boolean answer(Path said) throws IOException {
        Optional<PlanLoad> load =
                desk.load(Long.parseLong(Files.readString(said).strip()));
        if (load.isPresent() && load.get().state() == State.UNDER_WAY) {
            return false;
        }
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            write(beside(said, ".said"), load.map(this::words).orElse("refused\n"));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        Files.delete(said);
        return true;
    }

    private String words(PlanLoad load) {
        List<String> words = new ArrayList<>();
        words.add(load.state() == State.DONE ? "done" : "refused");
        if (load.reason() != null) {
            words.add(texts.text("numbering.refused." + load.reason()));
        } else if (load.state() == State.STOPPED) {
            words.add(texts.text("numbering.stopped"));
        }
        if (load.result() != null) {
            LoadResult result = json.readValue(load.result(), LoadResult.class);
            words.add(texts.text(
                    load.ported() ? "numbering.said.ported" : "numbering.said",
                    texts.number(result.ranges()),
                    texts.number(result.numbers()),
                    texts.number(result.operators()),
                    texts.number(result.regions())));
            words.add(texts.text(
                    "numbering.said.rest",
                    texts.number(result.refused()),
                    texts.number(result.strangers().size()),
                    texts.number(result.placeless().size())));
            result.rows().stream()
                    .limit(MOST_AT_ONCE)
                    .forEach(row -> words.add(texts.text(
                            "numbering.said.row",
                            texts.number(row.number()),
                            texts.text("numbering.row." + row.reason().key()))));
        }
        return String.join("\n", words) + "\n";
    }

    private List<Path> listed(String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            List<Path> listed = new ArrayList<>();
            for (Path file : files) {
                if (listed.size() < MOST_AT_ONCE) {
                    listed.add(file);
                }
            }
            return listed;
        }
    }

    private static Path beside(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    /** Whole or not at all, for who looks at the same moment. */
    private static void write(Path file, String text) throws IOException {
        Path draft = beside(file, ".part");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
