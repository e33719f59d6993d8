package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The rows that a load refused: gathered on the way, at the end a file that a person can mend and load again. */
@Component
class LoadRefusals {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int BATCH = 5_000;

    private final RefusedRows rows;
    private final Files files;
    private final MessageSource messages;

    LoadRefusals(RefusedRows rows, Files files, MessageSource messages) {
        this.rows = rows;
        this.files = files;
        this.messages = messages;
    }

    void add(AccountId account, JobId load, List<RefusedRow> refused) {
        if (!refused.isEmpty()) {
            rows.add(account, load, refused);
        }
    }

    void forget(AccountId account, JobId load) {
        rows.forget(account, load);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Writes the refused rows into a file and forgets them; none when nothing was refused. */
    Optional<FileId> file(AccountId account, JobId id, Load load, List<String> header) {
        List<RefusedRow> first = rows.after(account, id, 0, BATCH);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String source = files.find(account, load.file()).map(StoredFile::name).orElse("");
        String name = text("contacts.load.refused-file", source.replaceFirst("\\.[^.]*$", "")) + ".csv";
        try {
            StoredFile file = files.save(account, new Files.Upload(name, "text/csv", LIFETIME), out -> {
                try (TableWriter table = TableWriter.csv(out, CsvStyle.spreadsheet())) {
                    table.sheet("", head(header, first.getFirst().cells().size()));
                    for (List<RefusedRow> batch = first; !batch.isEmpty(); ) {
                        for (RefusedRow row : batch) {
                            table.row(cells(row));
                        }
                        batch = rows.after(account, id, batch.getLast().number(), BATCH);
                    }
                }
            });
            rows.forget(account, id);
            return Optional.of(file.id());
        } catch (IOException e) {
            throw new UncheckedIOException("Refused rows cannot be written", e);
        }
    }

    private List<String> head(List<String> header, int width) {
        List<String> head = new ArrayList<>();
        head.add(text("contacts.load.row"));
        head.add(text("contacts.load.reason"));
        head.addAll(
                header.isEmpty()
                        ? IntStream.rangeClosed(1, width)
                                .mapToObj(column -> text("contacts.load.column", column))
                                .toList()
                        : header);
        return head;
    }

    private List<Cell> cells(RefusedRow row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.number(row.number()));
        cells.add(Cell.text(text("contacts.refusal." + row.reason())));
        row.cells().forEach(cell -> cells.add(Cell.text(cell)));
        return cells;
    }
}
