package io.vestnik.platform.contacts.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person besides the phone; what is not known is null, never empty.
 *
 * @param others values of the account's own fields by their keys, as {@link OwnValues} writes them; none empty
 */
public record Person(
        @Nullable String name,
        @Nullable String surname,
        @Nullable String patronymic,
        @Nullable Sex sex,
        @Nullable LocalDate birthday,
        @Nullable String email,
        @Nullable String comment,
        Map<String, String> others) {

    /** Nothing is known. */
    public static final Person UNKNOWN = new Person(null, null, null, null, null, null, null);

    public Person {
        others = Map.copyOf(others);
    }

    /** Without values of fields of the account's own. */
    public Person(
            @Nullable String name,
            @Nullable String surname,
            @Nullable String patronymic,
            @Nullable Sex sex,
            @Nullable LocalDate birthday,
            @Nullable String email,
            @Nullable String comment) {
        this(name, surname, patronymic, sex, birthday, email, comment, Map.of());
    }

    /** This person with these values of the account's own fields, and no others. */
    public Person others(Map<String, String> values) {
        return new Person(name, surname, patronymic, sex, birthday, email, comment, values);
    }

    /** This person with what the other knows; what the other does not know stays. */
    public Person with(Person newer) {
        return new Person(
                newer.name == null ? name : newer.name,
                newer.surname == null ? surname : newer.surname,
                newer.patronymic == null ? patronymic : newer.patronymic,
                newer.sex == null ? sex : newer.sex,
                newer.birthday == null ? birthday : newer.birthday,
                newer.email == null ? email : newer.email,
                newer.comment == null ? comment : newer.comment,
                joined(others, newer.others));
    }

    /** This person with these fields as the other has them, empty where the other does not know; the others stay. */
    Person overwritten(Person newer, Set<String> fields) {
        Map<String, String> own = new HashMap<>(others);
        own.keySet().removeAll(fields);
        own.putAll(newer.others);
        return new Person(
                fields.contains(ContactField.NAME.key()) ? newer.name : name,
                fields.contains(ContactField.SURNAME.key()) ? newer.surname : surname,
                fields.contains(ContactField.PATRONYMIC.key()) ? newer.patronymic : patronymic,
                fields.contains(ContactField.SEX.key()) ? newer.sex : sex,
                fields.contains(ContactField.BIRTHDAY.key()) ? newer.birthday : birthday,
                fields.contains(ContactField.EMAIL.key()) ? newer.email : email,
                fields.contains(ContactField.COMMENT.key()) ? newer.comment : comment,
                own);
    }

    private static Map<String, String> joined(Map<String, String> older, Map<String, String> newer) {
        if (newer.isEmpty() || older.isEmpty()) {
            return newer.isEmpty() ? older : newer;
        }
        Map<String, String> all = new HashMap<>(older);
        all.putAll(newer);
        return all;
    }

    /** Values by the keys of {@link NamedField}, those that are known; a birthday is written as 1990-12-31. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, ContactField.NAME, name);
        put(values, ContactField.SURNAME, surname);
        put(values, ContactField.PATRONYMIC, patronymic);
        put(values, ContactField.SEX, sex == null ? null : sex.code());
        put(values, ContactField.BIRTHDAY, birthday == null ? null : birthday.toString());
        put(values, ContactField.EMAIL, email);
        put(values, ContactField.COMMENT, comment);
        values.putAll(others);
        return values;
    }

    private static void put(Map<String, String> values, ContactField field, @Nullable String value) {
        if (value != null) {
            values.put(field.key(), value);
        }
    }
}
