package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.NamedField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contacts as lines of a list, a value for each field that is shown. */
final class ContactLines {
    private final FieldTexts texts;

    ContactLines(FieldTexts texts) {
        this.texts = texts;
    }

    /** A contact as the list shows it. */
    record Line(long id, String phone, @Nullable String name, Map<String, String> cells) {
        /** What a column shows, for a template. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    Line line(Contact contact, List<NamedField> shown) {
        Map<String, String> cells = new HashMap<>();
        for (NamedField field : shown) {
            cells.put(ContactTable.column(field), texts.value(field, contact));
        }
        return new Line(contact.id().value(), contact.phone(), ContactTable.fullName(contact.person()), cells);
    }
}
