package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.TakenTables;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A list as a table that the browser gets at once, and that lies among the reports of its account for thirty days. */
@Component
public class KeptTables implements TakenTables {
    private static final Logger log = LoggerFactory.getLogger(KeptTables.class);
    private static final Duration KEPT = Duration.ofDays(30);
    /** As many of one kind lie there for each account: whoever takes one more loses the oldest. */
    private static final int MOST = 50;

    private static final String CSV = "csv";

    private final DiskFiles files;

    KeptTables(DiskFiles files) {
        this.files = files;
    }

    /** Writes sheet and rows. */
    public interface Table extends TakenTables.Table {}

    @Override
    public void answer(Taken taken, TakenTables.Table table, HttpServletResponse response) throws IOException {
        Reports.About about = new Reports.About(taken.titleKey(), taken.right(), taken.by());
        answer(taken.account(), about, taken.kind(), taken.name(), table::write, response);
    }

    /**
     * Writes the table, keeps it and answers with it.
     *
     * @param kind {@code csv}; anything else is xlsx
     * @param name of the file, without its ending
     */
    public void answer(
            AccountId account, Reports.About about, String kind, String name, Table table, HttpServletResponse response)
            throws IOException {
        boolean csv = kind.equals(CSV);
        Files.Upload upload = new Files.Upload(
                name + (csv ? ".csv" : ".xlsx"),
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                KEPT);
        StoredFile file = files.save(account, upload, out -> {
            try (TableWriter writer = csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out)) {
                table.write(writer);
            }
        });
        files.list(account, file.id(), about, MOST);
        log.info("Table taken: {} account={} file={}", about.titleKey(), account, file.id());
        Path content = files.path(account, file.id())
                .orElseThrow(() -> new IOException("The table is gone before it was sent"));
        response.setContentType(file.contentType());
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        java.nio.file.Files.copy(content, response.getOutputStream());
    }
}
