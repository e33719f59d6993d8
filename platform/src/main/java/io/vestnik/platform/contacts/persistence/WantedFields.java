package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of a contact that some fields need, and nothing beside them: a text with a name need not read the rest of a million people. */
final class WantedFields {
    private static final Map<String, String> COLUMNS = Map.of(
            "name", "c.name",
            "surname", "c.surname",
            "patronymic", "c.patronymic",
            "sex", "c.sex",
            "birthday", "c.birthday::text",
            "email", "c.email",
            "comment", "c.comment",
            "country", "c.country",
            "operator", "c.operator",
            "region", "c.region");
    private static final String PHONE = "phone";
    private static final Pattern OWN = Pattern.compile("f\\d{1,18}");
    private static final int FIRST = 2;

    private final List<String> fields;
    private final boolean phone;

    /** Fields that contacts do not have are passed over: somebody else knows their values. */
    WantedFields(Set<String> fields) {
        this.fields = fields.stream()
                .filter(field ->
                        COLUMNS.containsKey(field) || OWN.matcher(field).matches())
                .sorted()
                .toList();
        this.phone = fields.contains(PHONE);
    }

    /** Whether the phone is enough. */
    boolean isNothing() {
        return fields.isEmpty();
    }

    /** The list to select, of a contact named {@code c}. */
    String sql() {
        StringBuilder sql = new StringBuilder("c.phone");
        for (String field : fields) {
            // The name of an own field is letters and digits by its pattern.
            sql.append(", ").append(COLUMNS.getOrDefault(field, "c.extra->>'" + field + "'"));
        }
        return sql.toString();
    }

    Recipient read(ResultSet row, int number) throws SQLException {
        String digits = row.getString(1);
        if (fields.size() == 1 && !phone) {
            String value = row.getString(FIRST);
            return new Recipient(
                    digits, value == null || value.isEmpty() ? Map.of() : Map.of(fields.getFirst(), value));
        }
        Map<String, String> values = HashMap.newHashMap(fields.size() + 1);
        for (int i = 0; i < fields.size(); i++) {
            String value = row.getString(FIRST + i);
            if (value != null && !value.isEmpty()) {
                values.put(fields.get(i), value);
            }
        }
        if (phone) {
            values.put(PHONE, "+" + digits);
        }
        return new Recipient(digits, values);
    }
}
