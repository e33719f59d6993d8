package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts as rows: every field that is shown is a column, a few of them at once and the others on demand. */
@Component
class ContactTable {
    /** The column that names the row: surname, name and patronymic in one. */
    static final String FULL_NAME = "name";

    /** What the field of the first name is called as a column. */
    static final String FIRST_NAME = "first_name";

    private static final Set<String> AT_ONCE = Set.of("phone", "operator", "region", "created");

    /** What the stores can order by, besides the name. */
    private static final Set<String> SORTED = Set.of("phone", "created");

    private final Fields fields;
    private final FieldDesk sets;
    private final ContactLines lines;

    ContactTable(Fields fields, FieldDesk sets, FieldTexts texts) {
        this.fields = fields;
        this.sets = sets;
        this.lines = new ContactLines(texts);
    }

    /**
     * The list of an account, or of one of its groups.
     *
     * @param id of the list: a group with fields of its own has an arrangement of its own
     */
    record Shape(String id, List<NamedField> fields, List<Column> columns, ContactLines lines) {}

    Shape shape(AccountId account, @Nullable GroupId group) {
        boolean ownSet = group != null && !sets.setOf(account, group).isEmpty();
        List<NamedField> all = group == null ? fields.all(account) : fields.all(account, group);
        List<NamedField> shown = all.stream().filter(NamedField::shown).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(FULL_NAME, "contacts.name.full").sorted());
        for (NamedField field : shown) {
            String name = column(field);
            Column column = field.kind() == FieldKind.NUMBER
                    ? Column.number(name, field.titleKey())
                    : Column.text(name, field.titleKey());
            if (SORTED.contains(name)) {
                column = column.sorted();
            }
            boolean partOfName = name.equals(FIRST_NAME) || name.equals("surname") || name.equals("patronymic");
            boolean atOnce = AT_ONCE.contains(name) || (ownSet && field.filled() && !partOfName);
            columns.add(atOnce ? column : column.onDemand());
        }
        return new Shape(ownSet ? "contacts-g" + group : "contacts", shown, columns, lines);
    }

    static @Nullable String fullName(Person person) {
        String name = Stream.of(person.surname(), person.name(), person.patronymic())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    static String column(NamedField field) {
        return field.key().equals(FULL_NAME) ? FIRST_NAME : field.key();
    }
}
