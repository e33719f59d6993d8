package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.tabular.Row;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes people of the rows of a table. */
final class RowReader {
    private final Map<ContactField, Integer> columns;
    private final Country home;
    private final LocalDate today;
    private long leftOut;

    RowReader(Load load, Country home, LocalDate today) {
        this.columns = new EnumMap<>(ContactField.class);
        load.columns().forEach((column, key) -> ContactField.ofKey(key).ifPresent(field -> columns.put(field, column)));
        this.home = home;
        this.today = today;
    }

    /** What came of a row. */
    sealed interface Reading {
        record Understood(String phone, Person person) implements Reading {}

        record Refused(RefusedRow row) implements Reading {}
    }

    Reading read(Row row) {
        return switch (PhoneNumber.parse(cell(row, ContactField.PHONE), home)) {
            case ParseResult.Parsed parsed ->
                new Reading.Understood(parsed.number().digits(), person(row));
            case ParseResult.Refused(ParseResult.Reason reason) ->
                new Reading.Refused(new RefusedRow(row.number(), code(reason), row.cells()));
        };
    }

    /** The phone of a row; none when it has no usable one. */
    Optional<String> phone(Row row) {
        return PhoneNumber.parse(cell(row, ContactField.PHONE), home) instanceof ParseResult.Parsed parsed
                ? Optional.of(parsed.number().digits())
                : Optional.empty();
    }

    /** How many cells could not be understood, or were cut, since it was last asked. */
    long takeLeftOut() {
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }

    static String code(ParseResult.Reason reason) {
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
                text(row, ContactField.COMMENT));
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
