package io.vestnik.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** Text table by fastcsv (RFC 4180, CRLF). */
final class CsvTableWriter implements TableWriter {

    /** A phone or a number: a spreadsheet may compute it, but it cannot reach anything. */
    private static final Pattern HARMLESS = Pattern.compile("[+-]?[0-9 ().,\u00A0-]*");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final CsvStyle style;
    private final Writer text;
    private final CsvWriter csv;
    private boolean begun;
    private boolean closed;

    CsvTableWriter(OutputStream out, CsvStyle style) throws IOException {
        this.style = style;
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder()
                .fieldSeparator(style.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        if (style.byteOrderMark()) {
            text.write('\uFEFF');
        }
    }

    @Override
    public void sheet(String name, List<String> header) throws IOException {
        if (begun) {
            throw new IllegalStateException("A csv has one sheet; this is a second: " + name);
        }
        begun = true;
        if (!header.isEmpty()) {
            write(header.stream().map(this::guarded).toList());
        }
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (!begun) {
            throw new IllegalStateException("A row before its sheet");
        }
        XlsxWriter.checkWidth(cells.size());
        write(cells.stream().map(this::shown).toList());
    }

    private void write(List<String> record) throws IOException {
        try {
            csv.writeRecord(record);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String shown(Cell cell) {
        return switch (cell) {
            case Cell.Empty() -> "";
            case Cell.Text(String value) -> guarded(value);
            case Cell.Numeric(BigDecimal value) -> decimal(value);
            case Cell.Money money -> decimal(money.amount().setScale(money.decimals()));
            case Cell.Day(LocalDate value) -> value.toString();
            case Cell.Moment(LocalDateTime value) -> MOMENT.format(value);
        };
    }

    private String decimal(BigDecimal value) {
        return value.toPlainString().replace('.', style.decimalMark());
    }

    private String guarded(String value) {
        return style.strict() && FormulaGuard.isFormula(value) ? FormulaGuard.SIGN + value : safe(value);
    }

    /** It is not put where the cell could do nothing anyway. */
    static String safe(String value) {
        return FormulaGuard.isFormula(value)
                        && !HARMLESS.matcher(value.stripLeading()).matches()
                ? FormulaGuard.SIGN + value
                : value;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            csv.flush();
            text.flush();
        }
    }
}
