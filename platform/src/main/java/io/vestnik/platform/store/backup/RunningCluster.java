package io.vestnik.platform.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies a cluster that goes on working: its files as they come, and the piece of its log that makes them one whole. The
 * transaction numbers stay what they were, which the stream of facts and the ledger are ordered by.
 */
final class RunningCluster {
    private static final Pattern FIRST =
            Pattern.compile("^START WAL LOCATION: .* \\(file ([0-9A-F]{24})\\)$", Pattern.MULTILINE);
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private final Path data;
    private final Connection connection;

    RunningCluster(Path data, Connection connection) {
        this.data = data;
        this.connection = connection;
    }

    void copyTo(BackupWriter writer) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // Ends with this connection, however it ends; until then the log is kept from here on.
            statement.execute("""
                    SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)""");
            statement.execute("SELECT pg_backup_start('vestnik backup', true)");
            Layout.database(data, writer);
            writer.file(Layout.CONTROL, data.resolve(Layout.CONTROL));
            String label;
            String last;
            try (ResultSet end = statement.executeQuery("""
                    SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)""")) {
                end.next();
                label = end.getString(1);
                last = end.getString(2);
            }
            Matcher first = FIRST.matcher(label);
            if (!first.find()) {
                throw new IOException("The database names no first segment of its log: " + label);
            }
            writer.text(Layout.LABEL, label);
            copyLog(writer, first.group(1), last);
        }
    }

    private void copyLog(BackupWriter writer, String first, String last) throws IOException {
        List<String> needed = new ArrayList<>();
        try (var found = Files.newDirectoryStream(data.resolve(Layout.LOG))) {
            for (Path file : found) {
                String name = String.valueOf(file.getFileName());
                if (SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    needed.add(name);
                }
            }
        }
        needed.sort(null);
        if (needed.isEmpty()
                || !needed.getFirst().equals(first)
                || !needed.getLast().equals(last)) {
            throw new IOException("The database's log from " + first + " to " + last + " is not all there");
        }
        for (String name : needed) {
            writer.file(Layout.LOG + "/" + name, data.resolve(Layout.LOG).resolve(name));
        }
    }
}
