package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.Findings;
import io.vestnik.phone.Kind;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.ParseResult.Reason;
import io.vestnik.phone.PhoneFinder;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.tabular.Row;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes people of the rows of a table. */
final class RowReader {
    /** A cell of these may hold several phones. */
    private static final Set<Reason> MAYBE_SEVERAL =
            Set.of(Reason.SEVERAL_NUMBERS, Reason.TOO_LONG, Reason.NOT_A_NUMBER);

    private static final int LONGEST_CELL = 300;

    private final int sheet;
    private final Set<String> keys;
    private final Map<ContactField, Integer> columns = new EnumMap<>(ContactField.class);
    private final Map<NamedField, Integer> own = new LinkedHashMap<>();
    private final Country home;
    private final LocalDate today;
    private long leftOut;

    /** @param fields of the account: a column whose field has gone meanwhile is not loaded */
    RowReader(Sheet table, List<NamedField> fields, Country home, LocalDate today) {
        this.sheet = table.number();
        this.keys = Set.copyOf(table.columns().values());
        Map<String, NamedField> known = new HashMap<>();
        fields.forEach(field -> known.put(field.key(), field));
        table.columns().forEach((column, key) -> {
            ContactField.ofKey(key).ifPresent(field -> columns.put(field, column));
            NamedField field = known.get(key);
            if (field != null && field.own()) {
                own.put(field, column);
            }
        });
        this.home = home;
        this.today = today;
    }

    /** What came of a row. */
    sealed interface Reading {
        /** @param several whether the cell has other phones as well */
        record Understood(String phone, Person person, boolean several) implements Reading {}

        record Refused(RefusedRow row) implements Reading {}
    }

    /** The keys of the fields that are loaded. */
    Set<String> keys() {
        return keys;
    }

    Reading read(Row row) {
        String cell = cell(row, ContactField.PHONE);
        return switch (PhoneNumber.parse(cell, home)) {
            case ParseResult.Parsed parsed ->
                new Reading.Understood(parsed.number().digits(), person(row), false);
            case ParseResult.Refused(Reason reason) ->
                firstOfSeveral(cell, reason, home)
                        .<Reading>map(phone -> new Reading.Understood(phone, person(row), true))
                        .orElseGet(() ->
                                new Reading.Refused(new RefusedRow(sheet, row.number(), code(reason), row.cells())));
        };
    }

    /**
     * Where a cell holds two or more phones and nothing that might be a spoilt third, the first mobile one is meant, or the first: a
     * person with two phones is one person, who wants one message.
     */
    static Optional<String> firstOfSeveral(String cell, Reason reason, Country home) {
        if (!MAYBE_SEVERAL.contains(reason) || cell.length() > LONGEST_CELL) {
            return Optional.empty();
        }
        Findings findings = PhoneFinder.find(cell, home);
        if (findings.numbers().size() < 2 || !findings.leftovers().isEmpty()) {
            return Optional.empty();
        }
        return findings.found().stream()
                .filter(found -> found.kind() == Kind.MOBILE)
                .findFirst()
                .or(() -> findings.found().stream().findFirst())
                .map(found -> found.number().digits());
    }

    /** How many cells could not be understood, or were cut, since it was last asked. */
    long takeLeftOut() {
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }

    static String code(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private Person person(Row row) {
        return new Person(
                text(row, ContactField.NAME),
                text(row, ContactField.SURNAME),
                text(row, ContactField.PATRONYMIC),
                understood(row, ContactField.SEX, Sex::read),
                understood(row, ContactField.BIRTHDAY, cell -> CellReader.birthday(cell, today)),
                understood(row, ContactField.EMAIL, CellReader::email),
                text(row, ContactField.COMMENT),
                own.isEmpty() ? Map.of() : others(row));
    }

    private Map<String, String> others(Row row) {
        Map<String, String> values = new HashMap<>();
        own.forEach((field, column) -> {
            String text = CellReader.text(row.cell(column));
            if (!text.isEmpty()) {
                OwnValues.read(field, text).ifPresentOrElse(value -> values.put(field.key(), value), () -> leftOut++);
            }
        });
        return values;
    }

    private @Nullable String text(Row row, ContactField field) {
        String text = CellReader.text(cell(row, field));
        if (text.length() > field.most()) {
            leftOut++;
            return text.substring(0, field.most());
        }
        return text.isEmpty() ? null : text;
    }

    private <T> @Nullable T understood(Row row, ContactField field, Understanding<T> understanding) {
        String text = CellReader.text(cell(row, field));
        if (text.isEmpty()) {
            return null;
        }
        Optional<T> value = understanding.of(text);
        if (value.isEmpty()) {
            leftOut++;
            return null;
        }
        return value.get();
    }

    private String cell(Row row, ContactField field) {
        Integer column = columns.get(field);
        return column == null ? "" : row.cell(column);
    }

    private interface Understanding<T> {
        Optional<T> of(String text);
    }
}
