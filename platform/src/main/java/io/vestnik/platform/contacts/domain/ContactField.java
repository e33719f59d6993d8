package io.vestnik.platform.contacts.domain;

import java.util.Locale;
import java.util.Optional;

/** A field of a contact that a person fills; its key is what loads, placeholders and the API call it. */
public enum ContactField {
    PHONE(64),
    NAME(100),
    SURNAME(100),
    PATRONYMIC(100),
    SEX(20),
    BIRTHDAY(20),
    EMAIL(254),
    COMMENT(1000);

    private final int most;

    ContactField(int most) {
        this.most = most;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many characters it holds. */
    public int most() {
        return most;
    }

    public static Optional<ContactField> ofKey(String key) {
        for (ContactField field : values()) {
            if (field.key().equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
