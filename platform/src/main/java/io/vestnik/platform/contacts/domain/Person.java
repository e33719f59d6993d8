package io.vestnik.platform.contacts.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a person besides the phone; what is not known is null, never empty. */
public record Person(
        @Nullable String name,
        @Nullable String surname,
        @Nullable String patronymic,
        @Nullable Sex sex,
        @Nullable LocalDate birthday,
        @Nullable String email,
        @Nullable String comment) {

    /** Nothing is known. */
    public static final Person UNKNOWN = new Person(null, null, null, null, null, null, null);

    /** This person with what the other knows; what the other does not know stays. */
    public Person with(Person newer) {
        return new Person(
                newer.name == null ? name : newer.name,
                newer.surname == null ? surname : newer.surname,
                newer.patronymic == null ? patronymic : newer.patronymic,
                newer.sex == null ? sex : newer.sex,
                newer.birthday == null ? birthday : newer.birthday,
                newer.email == null ? email : newer.email,
                newer.comment == null ? comment : newer.comment);
    }

    /** Values by the keys of {@link ContactField}, those that are known; a birthday is written as 1990-12-31. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, ContactField.NAME, name);
        put(values, ContactField.SURNAME, surname);
        put(values, ContactField.PATRONYMIC, patronymic);
        put(values, ContactField.SEX, sex == null ? null : sex.code());
        put(values, ContactField.BIRTHDAY, birthday == null ? null : birthday.toString());
        put(values, ContactField.EMAIL, email);
        put(values, ContactField.COMMENT, comment);
        return values;
    }

    private static void put(Map<String, String> values, ContactField field, @Nullable String value) {
        if (value != null) {
            values.put(field.key(), value);
        }
    }
}
