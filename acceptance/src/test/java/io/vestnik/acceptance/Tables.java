package io.vestnik.acceptance;

import io.vestnik.tabular.Cell;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TableWriter;
import io.vestnik.tabular.TabularFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files as people have them, good and bad, and what is in the files that they get. */
final class Tables {

    static final List<String> NAMES = List.of("Анна", "Иван", "Мария", "Пётр", "Ольга", "Сергей", "Ксения");

    private static final int[] PREFIXES = {903, 910, 916, 925, 926};

    private Tables() {}

    /** Whose number it is: each person of each crowd has a number of their own. */
    static String number(int crowd, int person) {
        return "%d%02d%05d".formatted(PREFIXES[person % PREFIXES.length], 10 + crowd, person * 37);
    }

    /**
     * A spreadsheet with the mess of real ones: numbers in many ways of writing, two repeated, two that are none, one
     * person without a name, a column nobody needs. Of its rows four are not new people.
     */
    static Path customers(Path file, int crowd, int people) {
        return customers(file, crowd, people, NAMES);
    }

    static Path customers(Path file, int crowd, int people, List<String> names) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Cell name = i == 3 ? Cell.empty() : Cell.text(names.get(i % names.size()));
            rows.add(List.of(written(number(crowd, i), i), name, Cell.text(9 + i % 9 + ":00")));
        }
        rows.add(5, List.of(written(number(crowd, 1), 4), Cell.text(names.get(1)), Cell.empty()));
        rows.add(7, List.of(written(number(crowd, 2), 0), Cell.text(names.get(2)), Cell.empty()));
        rows.add(8, List.of(Cell.text("?"), Cell.text(names.get(3)), Cell.empty()));
        rows.add(9, List.of(Cell.text("8916"), Cell.text(names.get(4)), Cell.empty()));
        return book(file, List.of("Телефон", "Имя", "Примечание"), rows);
    }

    private static Cell written(String number, int hand) {
        String a = number.substring(0, 3);
        String b = number.substring(3, 6);
        String c = number.substring(6, 8);
        String d = number.substring(8);
        return switch (hand % 6) {
            case 0 -> Cell.text("8" + number);
            case 1 -> Cell.text("+7" + number);
            case 2 -> Cell.text("8 (%s) %s-%s-%s".formatted(a, b, c, d));
            case 3 -> Cell.text("+7 %s %s %s %s".formatted(a, b, c, d));
            case 4 -> Cell.text("  8-%s-%s-%s-%s ".formatted(a, b, c, d));
            default -> Cell.number(Long.parseLong("7" + number));
        };
    }

    static Path book(Path file, List<String> header, List<List<Cell>> rows) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableWriter table = TableWriter.xlsx(out)) {
            table.sheet("Клиенты", header);
            for (List<Cell> row : rows) {
                table.row(row);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path text(Path file, String content, Charset charset) {
        return bytes(file, content.getBytes(charset));
    }

    static Path bytes(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook with a password, as far as anyone can see without it: [MS-CFB] with the stream EncryptedPackage. */
    static Path locked(Path file) {
        ByteBuffer book = ByteBuffer.allocate(512 * 3).order(ByteOrder.LITTLE_ENDIAN);
        book.putLong(0, 0xE11AB1A1E011CFD0L);
        book.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        book.putShort(30, (short) 9).putShort(32, (short) 6);
        book.putInt(44, 1).putInt(48, 1).putInt(56, 4096).putInt(60, -2).putInt(68, -2);
        for (int at = 80; at < 512; at += 4) {
            book.putInt(at, -1);
        }
        book.putInt(512, -3).putInt(516, -2);
        List<String> names = List.of("Root Entry", "EncryptionInfo", "EncryptedPackage");
        for (int i = 0; i < names.size(); i++) {
            byte[] name = names.get(i).getBytes(StandardCharsets.UTF_16LE);
            int at = 1024 + i * 128;
            book.put(at, name).putShort(at + 64, (short) (name.length + 2)).put(at + 66, (byte) (i == 0 ? 5 : 2));
        }
        return bytes(file, book.array());
    }

    /** The rows of the first sheet, the header among them. */
    static List<List<String>> read(Path file) {
        try {
            return switch (TabularFile.open(file, ReadLimits.standard())) {
                case OpenResult.Refused refused -> throw new AssertionError("Not a table: " + refused);
                case OpenResult.Opened(TabularFile table) -> rows(table);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(TabularFile table) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (table;
                Rows rows = table.rows(table.sheets().getFirst())) {
            while (rows.hasNext()) {
                all.add(List.copyOf(rows.next().cells()));
            }
        }
        return all;
    }
}
