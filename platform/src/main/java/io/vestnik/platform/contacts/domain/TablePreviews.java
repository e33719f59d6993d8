package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.Preview;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.ReadOptions;
import io.vestnik.tabular.RefusalReason;
import io.vestnik.tabular.Row;
import io.vestnik.tabular.TabularFile;
import io.vestnik.tabular.UnreadableTableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks into a stored table before it is loaded. */
@Component
public class TablePreviews {
    /** How many sheets of a workbook are shown and can be loaded at once. */
    public static final int MOST_SHEETS = 12;

    private static final int ROWS_READ = 100;

    private final Files files;
    private final LoadRules rules;
    private final KnownHeaders headers;

    TablePreviews(Files files, LoadRules rules, KnownHeaders headers) {
        this.files = files;
        this.rules = rules;
        this.headers = headers;
    }

    /**
     * How to look.
     *
     * @param charset the encoding, when a person has chosen it
     * @param separator the character between cells, when a person has chosen it
     */
    public record Look(@Nullable Charset charset, @Nullable Character separator) {
        /** Everything detected. */
        public static final Look FIRST = new Look(null, null);
    }

    /** What there is to see. */
    public sealed interface Sight {
        /**
         * A table.
         *
         * @param charset the encoding of a text file
         * @param separator the character between cells of a text file; null as well when it has one column
         * @param sheets its first sheets, at least one; a text file has one with an empty name
         * @param moreSheets how many there are besides
         */
        record Table(
                StoredFile file,
                @Nullable Charset charset,
                @Nullable Character separator,
                List<SheetSight> sheets,
                int moreSheets)
                implements Sight {}

        /** It cannot be read. */
        record Refused(RefusalReason reason) implements Sight {}

        /** There is no such file any more, or not of this account. */
        record Gone() implements Sight {}
    }

    /**
     * The beginning of a sheet.
     *
     * @param rows its first rows; none of a blank sheet
     * @param estimatedRows how many rows there may be, the header among them
     * @param exact whether that is no estimate
     * @param header whether the first row names the columns
     * @param columns keys of fields by column: as they were the last time a table had this header, otherwise guessed
     * @param group where the rows belong, when the table is one of refused rows
     * @param refusals first rows whose phone cannot be used, by the reason's code
     */
    public record SheetSight(
            int number,
            String name,
            List<Row> rows,
            long estimatedRows,
            boolean exact,
            boolean header,
            Map<Integer, String> columns,
            @Nullable GroupId group,
            Map<String, Long> refusals) {
        /** Whether it has a column of phones. */
        public boolean hasPhones() {
            return columns.containsValue(ContactField.PHONE.key());
        }
    }

    public Sight look(AccountId account, FileId id, Look look) throws IOException {
        StoredFile file = files.find(account, id).orElse(null);
        Path path = files.path(account, id).orElse(null);
        if (file == null || path == null) {
            return new Sight.Gone();
        }
        ReadOptions options = ReadOptions.detect().withFileName(file.name());
        if (look.charset() != null) {
            options = options.withCharset(look.charset());
        }
        if (look.separator() != null) {
            options = options.withSeparator(look.separator());
        }
        return switch (TabularFile.open(path, ReadLimits.standard(), options)) {
            case OpenResult.Refused refused -> new Sight.Refused(refused.reason());
            case OpenResult.Opened(TabularFile table) -> {
                try (table) {
                    yield sight(file, table);
                } catch (UnreadableTableException e) {
                    yield new Sight.Refused(e.refused().reason());
                }
            }
        };
    }

    private Sight sight(StoredFile file, TabularFile table) throws IOException {
        ColumnGuess guess = rules.guess(file.account());
        List<SheetSight> sheets = new ArrayList<>();
        for (String name : table.sheets().stream().limit(MOST_SHEETS).toList()) {
            sheets.add(sheet(file.account(), sheets.size(), name, table.preview(name, ROWS_READ), guess));
        }
        return new Sight.Table(
                file,
                table.charset().orElse(null),
                table.separator().orElse(null),
                List.copyOf(sheets),
                table.sheets().size() - sheets.size());
    }

    private SheetSight sheet(AccountId account, int number, String name, Preview preview, ColumnGuess guesses) {
        ColumnGuess.Guess guess = guesses.guess(preview.rows());
        Optional<LoadStore.Header> known = preview.rows().isEmpty()
                ? Optional.empty()
                : headers.find(account, preview.rows().getFirst().cells());
        Map<Integer, String> columns = known.map(LoadStore.Header::columns).orElse(guess.columns());
        boolean header = known.isPresent() || guess.header();
        return new SheetSight(
                number,
                name,
                preview.rows(),
                preview.estimatedRows(),
                preview.exact(),
                header,
                columns,
                known.map(LoadStore.Header::group).orElse(null),
                columns.entrySet().stream()
                        .filter(column -> column.getValue().equals(ContactField.PHONE.key()))
                        .findFirst()
                        .map(column -> refusals(account, preview.rows(), header, column.getKey()))
                        .orElse(Map.of()));
    }

    private Map<String, Long> refusals(AccountId account, List<Row> rows, boolean header, int column) {
        Country home = rules.home(account);
        return rows.stream()
                .skip(header ? 1 : 0)
                .map(row -> row.cell(column))
                .flatMap(cell -> PhoneNumber.parse(cell, home) instanceof ParseResult.Refused(var reason)
                                && RowReader.firstOfSeveral(cell, reason, home).isEmpty()
                        ? Stream.of(RowReader.code(reason))
                        : Stream.of())
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
    }
}
