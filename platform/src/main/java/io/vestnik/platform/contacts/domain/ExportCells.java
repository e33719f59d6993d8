package io.vestnik.platform.contacts.domain;

import io.vestnik.tabular.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of a contact as typed cells of a table. */
final class ExportCells {
    private final List<NamedField> columns;
    private final boolean csv;
    private final ZoneId zone;
    private final Map<String, String> words;

    /**
     * @param csv whether phones are digits alone
     * @param zone of moments
     * @param text tells a key's text in the language of the person
     */
    ExportCells(List<NamedField> columns, boolean csv, ZoneId zone, Function<String, String> text) {
        this.columns = List.copyOf(columns);
        this.csv = csv;
        this.zone = zone;
        this.words = Map.of(
                "m",
                text.apply("contacts.sex.m"),
                "f",
                text.apply("contacts.sex.f"),
                OwnValues.YES,
                text.apply("contacts.yes"),
                OwnValues.NO,
                text.apply("contacts.no"));
    }

    List<Cell> of(Contact contact) {
        Map<String, String> values = contact.person().values();
        return columns.stream().map(field -> cell(contact, field, values)).toList();
    }

    private Cell cell(Contact contact, NamedField field, Map<String, String> values) {
        return switch (field.key()) {
            case "phone" -> Cell.text(csv ? contact.phone() : "+" + contact.phone());
            case "country" -> text(contact.origin().country());
            case "operator" -> text(contact.origin().operator());
            case "region" -> text(contact.origin().region());
            case "zone" -> text(contact.origin().zone().getId());
            case "created" -> Cell.moment(LocalDateTime.ofInstant(contact.createdAt(), zone));
            default -> typed(field, values.get(field.key()));
        };
    }

    private Cell typed(NamedField field, @Nullable String value) {
        if (value == null) {
            return Cell.empty();
        }
        boolean sex = field.key().equals(ContactField.SEX.key());
        return switch (field.kind()) {
            case NUMBER -> Cell.number(new BigDecimal(value));
            case DATE -> Cell.day(LocalDate.parse(value));
            case YES_NO -> Cell.text(Objects.requireNonNullElse(words.get(value), value));
            case CHOICE -> Cell.text(sex ? Objects.requireNonNullElse(words.get(value), value) : value);
            case TEXT, MOMENT -> Cell.text(value);
        };
    }

    private static Cell text(@Nullable String value) {
        return value == null ? Cell.empty() : Cell.text(value);
    }
}
