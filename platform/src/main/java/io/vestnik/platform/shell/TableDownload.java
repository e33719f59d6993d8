package io.vestnik.platform.shell;

import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A list as a table that the browser keeps. */
public final class TableDownload {
    private static final String CSV = "csv";

    private TableDownload() {}

    /**
     * Begins the answer; rows go out as they are written.
     *
     * @param kind {@code csv}; anything else is xlsx
     * @param name of the file, without its ending
     */
    public static TableWriter begin(HttpServletResponse response, String kind, String name) throws IOException {
        boolean csv = kind.equals(CSV);
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + (csv ? ".csv" : ".xlsx"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        return csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out);
    }
}
