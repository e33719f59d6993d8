package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.tabular.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Guesses which column of a table is which field, by the words of its header and by what stands below. */
final class ColumnGuess {
    private static final Map<ContactField, List<String>> WORDS = Map.of(
            ContactField.PHONE,
                    List.of(
                            "телефон",
                            "тел",
                            "номер телефона",
                            "мобильный",
                            "сотовый",
                            "моб",
                            "phone",
                            "mobile",
                            "msisdn",
                            "cell",
                            "tel",
                            "номер",
                            "number"),
            ContactField.SURNAME, List.of("фамилия", "surname", "last name", "lastname", "family name"),
            ContactField.PATRONYMIC, List.of("отчество", "patronymic", "middle name"),
            ContactField.NAME,
                    List.of("имя", "фио", "клиент", "покупатель", "контакт", "name", "first name", "customer"),
            ContactField.SEX, List.of("пол", "sex", "gender"),
            ContactField.BIRTHDAY, List.of("день рождения", "дата рождения", "др", "birthday", "birth date", "dob"),
            ContactField.EMAIL, List.of("email", "e mail", "почта", "эл почта", "электронная почта", "mail"),
            ContactField.COMMENT, List.of("комментарий", "примечание", "заметка", "comment", "note", "notes"));

    /** Longer lists of fields come before those whose words may stand in them. */
    private static final List<ContactField> ORDER = List.of(
            ContactField.PHONE,
            ContactField.EMAIL,
            ContactField.BIRTHDAY,
            ContactField.SURNAME,
            ContactField.PATRONYMIC,
            ContactField.SEX,
            ContactField.COMMENT,
            ContactField.NAME);

    private static final int MOST_COLUMNS = 200;

    private final Country home;
    private final LocalDate today;
    private final List<NamedField> named;

    /** @param shown the fields that the account uses */
    ColumnGuess(Country home, LocalDate today, List<NamedField> shown) {
        this.home = home;
        this.today = today;
        this.named = shown.stream()
                .filter(field -> field.filled() && field.given() != null)
                .toList();
    }

    /**
     * A guess.
     *
     * @param header whether the first row names the columns
     * @param columns key of the field by column from 0; each field once
     */
    record Guess(boolean header, Map<Integer, String> columns) {}

    Guess guess(List<Row> rows) {
        if (rows.isEmpty()) {
            return new Guess(false, Map.of());
        }
        List<String> first = rows.getFirst().cells();
        boolean header = first.stream().noneMatch(this::phone)
                && (rows.size() > 1
                        || first.stream().anyMatch(cell -> ORDER.stream().anyMatch(it -> named(cell, it))));
        List<Row> body = header ? rows.subList(1, rows.size()) : rows;
        int width = Math.min(
                MOST_COLUMNS,
                rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        Map<Integer, ContactField> columns = new TreeMap<>();
        Set<ContactField> left = EnumSet.allOf(ContactField.class);
        Map<Integer, String> own = new TreeMap<>();
        if (header) {
            own.putAll(ConsentColumn.guess(first, MOST_COLUMNS));
            own.putAll(byGivenNames(first));
        }
        own.forEach((column, key) -> ContactField.ofKey(key).ifPresent(left::remove));
        Set<Integer> taken = new HashSet<>(own.keySet());
        if (header) {
            byHeader(first, columns, taken, left);
        }
        byContent(body, width, columns, taken, left);
        Map<Integer, String> keys = new TreeMap<>(own);
        columns.forEach((column, field) -> keys.put(column, field.key()));
        return new Guess(header, keys);
    }

    /** A column that is called exactly as the account calls a field is that field. */
    private Map<Integer, String> byGivenNames(List<String> header) {
        Map<Integer, String> columns = new TreeMap<>();
        for (NamedField field : named) {
            for (int column = 0; column < Math.min(header.size(), MOST_COLUMNS); column++) {
                if (!columns.containsValue(field.key())
                        && !columns.containsKey(column)
                        && plain(header.get(column)).equals(plain(Objects.requireNonNull(field.given())))) {
                    columns.put(column, field.key());
                }
            }
        }
        return columns;
    }

    private static void byHeader(
            List<String> header, Map<Integer, ContactField> columns, Set<Integer> taken, Set<ContactField> left) {
        for (ContactField field : ORDER) {
            for (Predicate<String> fits :
                    List.<Predicate<String>>of(cell -> called(cell, field), cell -> named(cell, field))) {
                for (int column = 0; column < Math.min(header.size(), MOST_COLUMNS); column++) {
                    if (left.contains(field) && !taken.contains(column) && fits.test(header.get(column))) {
                        columns.put(column, field);
                        taken.add(column);
                        left.remove(field);
                    }
                }
            }
        }
    }

    /** A column whose filled cells are mostly numbers, addresses or days is just that, whatever its name. */
    private void byContent(
            List<Row> body, int width, Map<Integer, ContactField> columns, Set<Integer> taken, Set<ContactField> left) {
        Map<ContactField, Predicate<String>> kinds = new TreeMap<>(Map.of(
                ContactField.PHONE, this::phone,
                ContactField.EMAIL, cell -> CellReader.email(cell).isPresent(),
                ContactField.BIRTHDAY, cell -> CellReader.birthday(cell, today).isPresent()));
        kinds.forEach((field, fits) -> {
            if (!left.contains(field)) {
                return;
            }
            List<Integer> free = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                if (!taken.contains(column)) {
                    free.add(column);
                }
            }
            free.stream()
                    .filter(column -> share(body, column, fits) >= 0.5)
                    .max(Comparator.comparingDouble(column -> share(body, column, fits)))
                    .ifPresent(column -> {
                        columns.put(column, field);
                        taken.add(column);
                        left.remove(field);
                    });
        });
    }

    private static double share(List<Row> body, int column, Predicate<String> fits) {
        List<String> filled = body.stream()
                .map(row -> CellReader.text(row.cell(column)))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return filled.isEmpty() ? 0 : (double) filled.stream().filter(fits).count() / filled.size();
    }

    private boolean phone(String cell) {
        return PhoneNumber.parse(cell, home) instanceof ParseResult.Parsed;
    }

    /** The cell says exactly this. */
    private static boolean called(String cell, ContactField field) {
        return words(field).contains(plain(cell));
    }

    /** The cell begins or ends with this, as in "Телефон клиента". */
    private static boolean named(String cell, ContactField field) {
        String text = plain(cell);
        return words(field).stream()
                .anyMatch(word -> text.equals(word) || text.startsWith(word + " ") || text.endsWith(" " + word));
    }

    private static List<String> words(ContactField field) {
        return WORDS.getOrDefault(field, List.of());
    }

    /** A head without case and signs. */
    static String plain(String cell) {
        return cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
