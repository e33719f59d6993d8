package io.vestnik.tabular;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table in a text file. */
final class TextTable implements TabularFile {

    static final String ONLY_SHEET = "";

    /** Stands for the separator of one column: the unit separator of ASCII, which no keyboard has. */
    private static final char NONE = '\u001F';

    private final Path path;
    private final ReadLimits limits;
    private final Charset charset;
    private final Optional<Character> separator;
    private final boolean declared;
    private final double bytesOfLine;

    private TextTable(Path path, ReadLimits limits, Charset charset, TextSample sample, ReadOptions options) {
        this.path = path;
        this.limits = limits;
        this.charset = charset;
        String text = withoutMark(new String(sample.head(), charset));
        Optional<Character> named = SeparatorGuess.declared(text);
        this.declared = named.isPresent();
        this.separator = options.separator() != null
                ? Optional.of(options.separator())
                : named.or(() -> SeparatorGuess.of(text, sample.whole(), options.fileName()));
        long lines = text.lines().filter(line -> !line.isBlank()).count();
        this.bytesOfLine = (double) sample.head().length / Math.max(1, lines);
    }

    static OpenResult open(Path path, ReadLimits limits, ReadOptions options) throws IOException {
        TextSample sample = TextSample.of(path);
        Optional<Charset> charset =
                options.charset() == null ? EncodingGuess.of(sample) : Optional.of(options.charset());
        if (charset.isEmpty()) {
            return new OpenResult.Refused(RefusalReason.NOT_A_TABLE, "binary data of an unknown kind");
        }
        Optional<String> markup = markup(new String(sample.head(), charset.get()));
        if (markup.isPresent()) {
            return new OpenResult.Refused(RefusalReason.NOT_A_TABLE, markup.get());
        }
        TextTable table = new TextTable(path, limits, charset.get(), sample, options);
        try (Rows rows = table.rows(ONLY_SHEET)) {
            return rows.hasNext()
                    ? new OpenResult.Opened(table)
                    : new OpenResult.Refused(RefusalReason.EMPTY_FILE, "blank cells only");
        } catch (UnreadableTableException e) {
            return e.refused();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Programs save pages and XML under the names of tables. */
    private static Optional<String> markup(String text) {
        String start = withoutMark(text).stripLeading();
        start = start.substring(0, Math.min(16, start.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("<html") || start.startsWith("<!doctype") || start.startsWith("<table")) {
            return Optional.of("an HTML page");
        }
        if (start.startsWith("<?xml")) {
            return Optional.of("an XML document");
        }
        return start.startsWith("{\\rtf") ? Optional.of("an RTF document") : Optional.empty();
    }

    @Override
    public TableFormat format() {
        return separator
                .map(character -> character == '\t' ? TableFormat.TSV : TableFormat.CSV)
                .orElse(TableFormat.TXT);
    }

    @Override
    public Optional<Charset> charset() {
        return Optional.of(charset);
    }

    @Override
    public Optional<Character> separator() {
        return separator;
    }

    @Override
    public List<String> sheets() {
        return List.of(ONLY_SHEET);
    }

    @Override
    public Rows rows(String sheet) throws IOException {
        if (!sheet.equals(ONLY_SHEET)) {
            throw new IllegalArgumentException("A text file has one sheet, and it has no name: " + sheet);
        }
        TextRows rows = new TextRows(PlainText.decoded(path, charset), separator.orElse(NONE), limits);
        return declared ? rows.afterDeclaration() : rows;
    }

    @Override
    public Preview preview(String sheet, int atMost) throws IOException {
        List<Row> first = new ArrayList<>();
        try (Rows rows = rows(sheet)) {
            while (first.size() < atMost && rows.hasNext()) {
                first.add(rows.next());
            }
            boolean exact = !rows.hasNext();
            long estimate = Math.round(Files.size(path) / bytesOfLine);
            return new Preview(first, exact ? first.size() : Math.max(estimate, first.size() + 1L), exact);
        }
    }

    @Override
    public void close() {
        // Every reading opens and closes the file itself.
    }
}
