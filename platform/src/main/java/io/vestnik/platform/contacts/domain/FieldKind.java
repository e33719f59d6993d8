package io.vestnik.platform.contacts.domain;

import java.util.Locale;
import java.util.Optional;

/** What a field of a contact holds, and so how it is typed, compared and shown. */
public enum FieldKind {
    TEXT,
    /** A plain decimal number. */
    NUMBER,
    /** A day of the calendar. */
    DATE,
    /** One of the field's choices. */
    CHOICE,
    YES_NO,
    /** A moment; no field of an account's own holds one. */
    MOMENT;

    /** As the schema, forms and the API write it, such as {@code yes_no}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an account's own field may be of this kind. */
    public boolean mayBeMade() {
        return this != MOMENT;
    }

    public static Optional<FieldKind> ofCode(String code) {
        for (FieldKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
