package io.vestnik.tabular;

import static io.vestnik.tabular.TableFixtures.cells;
import static io.vestnik.tabular.TableFixtures.file;
import static io.vestnik.tabular.TableFixtures.opened;
import static io.vestnik.tabular.TableFixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReadingTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Имя;Телефон\\nАнна;79161234567\\nПётр;79031112233|Анна",
                "ИМЯ;ТЕЛЕФОН\\nАННА;79161234567\\nПЕТР;79031112233|АННА",
                "Фамилия\\tГород\\nЩербаков\\tЙошкар-Ола\\nЮсупова\\tЧита|Щербаков",
                "Телефон,Компания\\n89161234567,ООО «Ромашка»\\n89160000000,ИП Жук|89161234567",
                "phone;city\\n1;Тула|1"
            })
    void detectsTheEncodingByContent(String text, String secondRow) throws IOException {
        String content = text.replace("\\n", "\r\n").replace("\\t", "\t");
        for (String name : List.of("UTF-8", "windows-1251", "KOI8-R", "IBM866", "UTF-16LE", "UTF-16BE")) {
            Charset charset = Charset.forName(name);
            String writable = charset.newEncoder().canEncode(content) ? content : content.replaceAll("[«»]", "\"");
            try (TabularFile table = opened(file(folder, writable, charset))) {
                assertThat(table.charset()).as(text).contains(charset);
                assertThat(rows(table).get(1).cell(0)).isEqualTo(secondRow);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void takesTheMarkForTheEncodingAndNotForText(String name) throws IOException {
        Charset charset = Charset.forName(name);
        try (TabularFile table = opened(file(folder, "\uFEFFимя;телефон\r\nАнна;1", charset))) {
            assertThat(table.charset()).contains(charset);
            assertThat(rows(table).getFirst().cells()).containsExactly("имя", "телефон");
        }
    }

    @Test
    void looksForLettersBeyondABeginningOfDigits() throws IOException {
        String content = "79161234567;1\n".repeat(30_000) + "79161234567;Наталья Ивановна\n";
        try (TabularFile table = opened(file(folder, content, Charset.forName("windows-1251")))) {
            assertThat(rows(table).getLast().cell(1)).isEqualTo("Наталья Ивановна");
        }
    }

    @Test
    void keepsUtf8InSpiteOfOneWrongByte() throws IOException {
        byte[] content = "Анна Каренина;1\n".repeat(20).getBytes(StandardCharsets.UTF_8);
        content[1] = 'x';
        try (TabularFile table = opened(file(folder, content))) {
            assertThat(table.charset()).contains(StandardCharsets.UTF_8);
            assertThat(rows(table).getFirst().cell(0)).startsWith("\uFFFDxнна");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a;b\\n1;2~;",
                "a,b\\n1,2~,",
                "a\\tb\\n1\\t2~\\t",
                "a|b\\n1|2~|",
                "79161234567;Иванов, Пётр;12,50\\n79161234568;Петров, Иван;13,00~;",
                "\"x;y\",1\\n\"z;w\",2~,",
                "\"a\"\"b;\",1\\nc,2~,",
                "Адрес\\tСумма\\nТула, Мира, 5\\t1,5\\nРига, 1\\t2,5~\\t",
                "a;b;c\\n1;2\\n3;4;5\\n6;7;8~;"
            })
    void detectsTheSeparatorOutsideQuotes(String text, String separator) throws IOException {
        Path path = file(folder, text.replace("\\n", "\n").replace("\\t", "\t"));
        char expected = separator.replace("\\t", "\t").charAt(0);
        try (TabularFile table = opened(path)) {
            assertThat(table.separator()).contains(expected);
            assertThat(table.format()).isEqualTo(expected == '\t' ? TableFormat.TSV : TableFormat.CSV);
        }
    }

    @Test
    void readsOneColumn() throws IOException {
        try (TabularFile table = opened(file(folder, "+7 916 123-45-67\n8(903)1112233\r\n\n\"89031112234\""))) {
            assertThat(table.format()).isEqualTo(TableFormat.TXT);
            assertThat(table.separator()).isEmpty();
            assertThat(table.sheets()).containsExactly("");
            assertThat(rows(table))
                    .containsExactly(
                            new Row(1, List.of("+7 916 123-45-67")),
                            new Row(2, List.of("8(903)1112233")),
                            new Row(4, List.of("89031112234")));
        }
    }

    @Test
    void readsQuotesLineEndsAndRaggedRows() throws IOException {
        Path path =
                file(folder, "a;\"b;c\"\r\"д\"\"е\"\"\";\"1\r\n2\"\n\nx\"y;;\r\n\"ООО\" Ромашка;2;3;;\r\nlast;\"\"");
        try (TabularFile table = opened(path)) {
            assertThat(rows(table))
                    .containsExactly(
                            new Row(1, List.of("a", "b;c")),
                            new Row(2, List.of("д\"е\"", "1\r\n2")),
                            new Row(4, List.of("x\"y")),
                            new Row(5, List.of("ООО Ромашка", "2", "3")),
                            new Row(6, List.of("last")));
        }
    }

    @Test
    void leavesTextsThatLookLikeNumbersAsTheyAre() throws IOException {
        assertThat(cells(file(folder, "7,9161E+10;007\n7.9161E+10; x \n")))
                .containsExactly(List.of("7,9161E+10", "007"), List.of("7.9161E+10", " x "));
    }

    @Test
    void obeysTheLineThatNamesTheSeparator() throws IOException {
        try (TabularFile table = opened(file(folder, "\uFEFFsep=^\r\na^b;c\r\n1^2\r\n"))) {
            assertThat(table.separator()).contains('^');
            assertThat(rows(table)).containsExactly(new Row(1, List.of("a", "b;c")), new Row(2, List.of("1", "2")));
        }
    }

    @Test
    void letsDetectionBeOverruled() throws IOException {
        Path path = file(folder, "a;б,c\n1;2,3\n", Charset.forName("windows-1251"));
        ReadOptions options =
                ReadOptions.detect().withCharset(Charset.forName("KOI8-R")).withSeparator(',');
        try (TabularFile table = opened(path, options)) {
            assertThat(table.charset()).contains(Charset.forName("KOI8-R"));
            assertThat(rows(table).getFirst().cells()).containsExactly("a;А", "c");
        }
    }

    @Test
    void takesAHintFromTheNameWhereSeparatorsAreEqual() throws IOException {
        Path path = file(folder, "a;b\tc\n1;2\t3\n");
        try (TabularFile hinted = opened(path, ReadOptions.detect().withFileName("Список.TSV"));
                TabularFile plain = opened(path)) {
            assertThat(hinted.separator()).contains('\t');
            assertThat(plain.separator()).contains(';');
        }
    }

    @Test
    void previewsTheBeginningAndEstimatesTheRest() throws IOException {
        try (TabularFile table = opened(file(folder, "Имя;79161234567\r\n".repeat(30_000)))) {
            Preview preview = table.preview("", 5);
            assertThat(preview.rows()).hasSize(5);
            assertThat(preview.exact()).isFalse();
            assertThat(preview.estimatedRows()).isBetween(28_000L, 32_000L);
            assertThat(table.preview("", 40_000).estimatedRows()).isEqualTo(30_000);
        }
    }
}
