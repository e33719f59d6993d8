package io.vestnik.bench;

import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A spreadsheet of customers with the mess of real ones: 4 % duplicates, 3 % wrong numbers, 2 % empty names, numbers written
 * in many ways, a column that nobody needs. The same seed and size make the same sheet.
 */
record CustomerSheet(int rows, long seed) {

    static final List<String> HEADER = List.of("Телефон", "Имя", "Город", "Телефон менеджера и примечания");
    static final int PHONE_COLUMN = 0;
    static final int NAME_COLUMN = 1;

    private static final List<String> NAMES = List.of(
            "Анна",
            "Иван",
            "Мария",
            "Пётр",
            "Ольга",
            "Сергей",
            "Елена",
            "Дмитрий",
            "Наталья",
            "Алексей",
            "Юлия",
            "Андрей",
            "Татьяна",
            "Николай",
            "Ирина",
            "Михаил",
            "Екатерина",
            "Владимир",
            "Ксения",
            "Артём");
    private static final List<String> CITIES = List.of("Москва", "Тверь", "Казань", "Пермь", "Омск", "Уфа", "Сочи");
    private static final List<String> WRONG =
            List.of("нет", "8916", "+7 916 123", "12345678901234567890", "уточнить", "0");

    // Prefixes of several operators, so that the price differs by operator.
    private static final int[] PREFIXES = {903, 905, 910, 915, 916, 919, 925, 926, 977, 999};
    private static final int PER_PREFIX = 10_000_000;
    private static final int STRIDE = 7_919; // coprime with the size of a prefix, so no number repeats

    private enum Kind {
        NEW,
        NAMELESS,
        DUPLICATE,
        WRONG
    }

    int duplicates() {
        return share(4);
    }

    int wrong() {
        return share(3);
    }

    int nameless() {
        return share(2);
    }

    /** Numbers that remain when duplicates and wrong ones are gone. */
    int people() {
        return rows - duplicates() - wrong();
    }

    void writeTo(Path file) throws IOException {
        Random random = new Random(seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableWriter table = TableWriter.xlsx(out)) {
            table.sheet("Клиенты", HEADER);
            int person = 0;
            for (Kind kind : kinds(random)) {
                Cell phone = switch (kind) {
                    case NEW, NAMELESS -> written(person++, random);
                    case DUPLICATE -> written(random.nextInt(people()), random);
                    case WRONG -> Cell.text(pick(WRONG, random));
                };
                table.row(List.of(
                        phone,
                        kind == Kind.NAMELESS ? Cell.empty() : Cell.text(pick(NAMES, random)),
                        Cell.text(pick(CITIES, random)),
                        Cell.text("звонить после " + (9 + random.nextInt(9)))));
            }
        }
    }

    private List<Kind> kinds(Random random) {
        List<Kind> kinds = new ArrayList<>(Collections.nCopies(rows, Kind.NEW));
        Collections.fill(kinds.subList(0, duplicates()), Kind.DUPLICATE);
        Collections.fill(kinds.subList(duplicates(), duplicates() + wrong()), Kind.WRONG);
        Collections.fill(kinds.subList(rows - nameless(), rows), Kind.NAMELESS);
        Collections.shuffle(kinds, random);
        return kinds;
    }

    /** A person's number as one of many hands would write it. */
    private static Cell written(int person, Random random) {
        int prefix = PREFIXES[person % PREFIXES.length];
        long rest = (long) (person / PREFIXES.length) * STRIDE % PER_PREFIX;
        String digits = "%03d%07d".formatted(prefix, rest);
        String a = digits.substring(0, 3);
        String b = digits.substring(3, 6);
        String c = digits.substring(6, 8);
        String d = digits.substring(8);
        return switch (random.nextInt(7)) {
            case 0 -> Cell.text("8" + digits);
            case 1 -> Cell.text("+7" + digits);
            case 2 -> Cell.text("8 (%s) %s-%s-%s".formatted(a, b, c, d));
            case 3 -> Cell.text("+7 %s %s %s %s".formatted(a, b, c, d));
            case 4 -> Cell.text("8-%s-%s-%s-%s".formatted(a, b, c, d));
            case 5 -> Cell.text("  +7(%s)%s%s%s ".formatted(a, b, c, d));
            default -> Cell.number(Long.parseLong("7" + digits));
        };
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private int share(int percent) {
        return Math.round(rows * percent / 100f);
    }
}
