package io.vestnik.platform.senders.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Registration;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of sender names. */
final class SenderRows {
    static final String COLUMNS = """
            SELECT id, account, name, state, comment, operators, registrations, version, answerer, requested_at, requested_by,
                   answered_at, answer, answered_by
              FROM senders.sender""";

    private SenderRows() {}

    static Sender sender(ResultSet row, int ignored) throws SQLException {
        long answerer = row.getLong("answerer");
        List<Registration> registrations = strings(row, "registrations").stream()
                .map(Registration::of)
                .flatMap(Optional::stream)
                .toList();
        return new Sender(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                row.getString("name"),
                SenderState.ofNumber(row.getInt("state")),
                new Sender.Terms(row.getString("comment"), strings(row, "operators"), registrations),
                row.getInt("version"),
                answerer == 0 ? null : new AccountId(answerer),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                instant(row, "answered_at"),
                row.getString("answer"),
                row.getString("answered_by"));
    }

    /** After which name a page follows; the first where an address was written by hand. */
    static long after(@Nullable String cursor, long first) {
        return cursor != null && cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : first;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
