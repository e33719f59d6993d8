package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks into a stored table before it is loaded. */
@Component
public class TablePreviews {
    private static final int ROWS_READ = 100;

    private final Files files;
    private final LoadRules rules;

    TablePreviews(Files files, LoadRules rules) {
        this.files = files;
        this.rules = rules;
    }

    /**
     * How to look.
     *
     * @param sheet the sheet's number from 0
     * @param charset the encoding, when a person has chosen it
     * @param separator the character between cells, when a person has chosen it
     */
    public record Look(
            int sheet, @Nullable Charset charset, @Nullable Character separator) {
        /** The first sheet, everything detected. */
        public static final Look FIRST = new Look(0, null, null);
    }

    /** What there is to see. */
    public sealed interface Sight {
        /**
         * A table.
         *
         * @param sheets names of its sheets; one empty name for a text file
         * @param charset the encoding of a text file
         * @param separator the character between cells of a text file; null as well when it has one column
         * @param rows its first rows
         * @param estimatedRows how many rows there may be, the header among them
         * @param exact whether that is no estimate
         * @param header whether the first row names the columns
         * @param columns guessed field by column
         * @param refusals first rows whose phone cannot be used, by the reason's code
         */
        record Table(
                StoredFile file,
                List<String> sheets,
                int sheet,
                @Nullable Charset charset,
                @Nullable Character separator,
                List<Row> rows,
                long estimatedRows,
                boolean exact,
                boolean header,
                Map<Integer, ContactField> columns,
                Map<String, Long> refusals)
                implements Sight {}

        /** It cannot be read. */
        record Refused(RefusalReason reason) implements Sight {}

        /** There is no such file any more, or not of this account. */
        record Gone() implements Sight {}
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
                    yield sight(
                            file,
                            table,
                            Math.clamp(look.sheet(), 0, table.sheets().size() - 1));
                } catch (UnreadableTableException e) {
                    yield new Sight.Refused(e.refused().reason());
                }
            }
        };
    }

    private Sight sight(StoredFile file, TabularFile table, int sheet) throws IOException {
        Preview preview = table.preview(table.sheets().get(sheet), ROWS_READ);
        ColumnGuess.Guess guess =
                new ColumnGuess(rules.home(file.account()), rules.today(file.account())).guess(preview.rows());
        Map<String, Long> refusals = guess.phone()
                .map(column -> refusals(file.account(), preview.rows(), guess.header(), column))
                .orElse(Map.of());
        return new Sight.Table(
                file,
                table.sheets(),
                sheet,
                table.charset().orElse(null),
                table.separator().orElse(null),
                preview.rows(),
                preview.estimatedRows(),
                preview.exact(),
                guess.header(),
                guess.columns(),
                refusals);
    }

    private Map<String, Long> refusals(AccountId account, List<Row> rows, boolean header, int column) {
        return rows.stream()
                .skip(header ? 1 : 0)
                .map(row -> PhoneNumber.parse(row.cell(column), rules.home(account)))
                .filter(ParseResult.Refused.class::isInstance)
                .map(refused -> RowReader.code(((ParseResult.Refused) refused).reason()))
                .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
    }
}
