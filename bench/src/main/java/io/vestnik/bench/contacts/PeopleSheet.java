package io.vestnik.bench.contacts;

import io.vestnik.bench.load.Numbers;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A table of people in six columns. A row is made of its number alone: who knows the number knows the person.
 *
 * @param first the number of the first person
 * @param rows how many people
 */
record PeopleSheet(int first, int rows) {

    static final List<String> HEADER = List.of("Телефон", "Фамилия", "Имя", "Отчество", "День рождения", "Почта");

    /** What the columns are, as the API wants them. */
    static final Map<Integer, String> COLUMNS =
            Map.of(0, "phone", 1, "surname", 2, "name", 3, "patronymic", 4, "birthday", 5, "email");

    private static final LocalDate OLDEST = LocalDate.of(1940, 1, 1);
    private static final int DAYS = 24_000;

    private static final String[] ROOTS = {
        "Иван", "Петр", "Сидор", "Кузнец", "Смирн", "Попов", "Васил", "Сокол", "Михайл", "Новик", "Федор", "Мороз",
                "Волк", "Алексе",
        "Лебед", "Семен", "Егор", "Павл", "Козл", "Степан", "Никола", "Орл", "Андре", "Макар", "Никит", "Захар", "Зайц",
                "Соловь",
        "Борис", "Яковл", "Григор", "Роман", "Воробь", "Серге", "Фрол", "Александр", "Дмитр", "Корол", "Гус", "Киселев"
    };
    private static final String[] MIDDLES = {"", "ен", "иц", "ух", "ак", "юк", "иш", "ов", "ич", "ель", "ар", "он"};
    private static final String[] ENDS = {"ов", "ев", "ин", "ский", "енко", "цев", "ых"};
    private static final String[] NAMES = {
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
        "Артём",
        "Светлана",
        "Максим",
        "Дарья",
        "Роман"
    };
    private static final String[] PATRONYMICS = {
        "Иванович",
        "Петрович",
        "Сергеевич",
        "Дмитриевич",
        "Алексеевич",
        "Андреевич",
        "Николаевич",
        "Михайлович",
        "Владимирович"
    };

    /** A person's cells but the phone. */
    record Someone(String surname, String name, String patronymic, LocalDate birthday, String email) {}

    static String phone(int person) {
        return Numbers.of(person);
    }

    static Someone someone(int person) {
        Random random = new Random(person * 0x9E3779B97F4A7C15L);
        return new Someone(
                pick(ROOTS, random) + pick(MIDDLES, random) + pick(ENDS, random),
                pick(NAMES, random),
                pick(PATRONYMICS, random),
                OLDEST.plusDays(random.nextInt(DAYS)),
                "user" + person + "@example.com");
    }

    Path workbook(Path folder) throws IOException {
        Path file = folder.resolve("people-" + first + "-" + rows + ".xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableWriter table = TableWriter.xlsx(out)) {
            write(table);
        }
        return file;
    }

    Path text(Path folder) throws IOException {
        Path file = folder.resolve("people-" + first + "-" + rows + ".csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableWriter table = TableWriter.csv(out, CsvStyle.spreadsheet())) {
            write(table);
        }
        return file;
    }

    private void write(TableWriter table) throws IOException {
        table.sheet("Клиенты", HEADER);
        for (int person = first; person < first + rows; person++) {
            Someone someone = someone(person);
            table.row(List.of(
                    Cell.text("+" + phone(person)),
                    Cell.text(someone.surname()),
                    Cell.text(someone.name()),
                    Cell.text(someone.patronymic()),
                    Cell.day(someone.birthday()),
                    Cell.text(someone.email())));
        }
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
