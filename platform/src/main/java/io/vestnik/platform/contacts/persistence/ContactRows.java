package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.contacts.domain.Sex;
import io.vestnik.platform.kernel.Origin;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table of contacts as records. */
final class ContactRows {
    /** The columns that {@link #contact} needs. */
    static final String COLUMNS =
            "c.id, c.phone, c.name, c.surname, c.patronymic, c.sex, c.birthday, c.email, c.comment, c.extra,"
                    + " c.country, c.mcc_mnc, c.operator, c.region, c.zone, c.version, c.created_at, c.updated_at";

    private static final String NOTHING = "{}";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private ContactRows() {}

    static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new ContactId(row.getLong("id")),
                row.getString("phone"),
                person(row),
                new Origin(
                        row.getString("country"),
                        row.getString("mcc_mnc"),
                        row.getString("operator"),
                        row.getString("region"),
                        ZoneId.of(row.getString("zone"))),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    /** The person's fields, what is found of the number, and the phone, with a plus, as texts show it. */
    static Recipient recipient(ResultSet row, int number) throws SQLException {
        String phone = row.getString("phone");
        Map<String, String> fields = new HashMap<>(person(row).values());
        fields.put("phone", "+" + phone);
        found(fields, row, "country");
        found(fields, row, "operator");
        found(fields, row, "region");
        return new Recipient(phone, fields);
    }

    private static void found(Map<String, String> fields, ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        if (value != null && !value.isEmpty()) {
            fields.put(column, value);
        }
    }

    /** Values of an account's own fields as they are kept. */
    static String extra(Map<String, String> others) {
        return others.isEmpty() ? NOTHING : JSON.writeValueAsString(others);
    }

    private static Map<String, String> others(String extra) {
        return extra.equals(NOTHING) ? Map.of() : JSON.readValue(extra, TEXTS);
    }

    private static Person person(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        Date birthday = row.getDate("birthday");
        return new Person(
                row.getString("name"),
                row.getString("surname"),
                row.getString("patronymic"),
                sex == null ? null : Sex.read(sex).orElse(null),
                birthday == null ? null : birthday.toLocalDate(),
                row.getString("email"),
                row.getString("comment"),
                others(row.getString("extra")));
    }
}
