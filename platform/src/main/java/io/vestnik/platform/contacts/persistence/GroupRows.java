package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Rows of the table of groups as records. */
final class GroupRows {
    /** The columns that {@link #group} needs, of a table called {@code g}. */
    static final String COLUMNS = "g.id, g.name, g.contacts, g.filter IS NOT NULL AS living, g.counted_at";

    private GroupRows() {}

    static Group group(ResultSet row, int number) throws SQLException {
        Timestamp counted = row.getTimestamp("counted_at");
        return new Group(
                new GroupId(row.getLong("id")),
                row.getString("name"),
                row.getLong("contacts"),
                row.getBoolean("living"),
                counted == null ? null : counted.toInstant());
    }
}
