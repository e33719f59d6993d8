package io.vestnik.platform.store.backup;

import io.vestnik.platform.store.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

/** Makes one file of a data folder, whether its server runs or not; whoever has the file has the keys. */
final class Backup {
    private static final int PATIENCE_SECONDS = 20;

    private final Path data;
    private final Path target;
    private final Instant now;

    Backup(Path data, Path target, Instant now) {
        this.data = data.toAbsolutePath().normalize();
        this.target = target.toAbsolutePath().normalize();
        this.now = now;
    }

    /** What was made. */
    record Made(Path file, long files, long bytes) {}

    /** The file appears under its name when it is whole and on the disk. */
    Made run() throws IOException {
        if (!Files.isRegularFile(data.resolve(Layout.DATABASE).resolve("PG_VERSION"))) {
            throw new Refusal("there is no database in " + data.resolve("postgres") + ": is this the data folder?");
        }
        if (Files.exists(target)) {
            throw new Refusal(target + " exists already, and a backup does not replace another");
        }
        Files.createDirectories(target.getParent());
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(draft);
        try {
            long files = write(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return new Made(target, files, Files.size(target));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private long write(Path draft) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownersOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, options, ownersOnly)) {
            long files;
            try (BackupWriter writer = new BackupWriter(unclosed(channel))) {
                writer.text(Seal.HEAD, head());
                database(writer);
                // After the database: a row in it never speaks of a file that was not yet there.
                Layout.rest(data, writer);
                writer.finish();
                files = writer.files();
            }
            channel.force(true);
            return files;
        }
    }

    /** The channel is still needed when the stream over it is closed. */
    private static OutputStream unclosed(FileChannel channel) {
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }

    private String head() {
        return "format=1\npostgres=18\nmachine=" + System.getProperty("os.arch") + "\nmade=" + now + "\n";
    }

    private void database(BackupWriter writer) throws IOException {
        Path home = data.resolve("postgres");
        if (EmbeddedPostgres.runs(home)) {
            copy(writer, "jdbc:postgresql://127.0.0.1:" + port(home) + "/postgres");
            return;
        }
        try (EmbeddedPostgres ours = EmbeddedPostgres.start(home, 0)) {
            copy(writer, ours.url());
        }
    }

    private static String port(Path home) throws IOException {
        return Files.readString(home.resolve("port")).strip();
    }

    private void copy(BackupWriter writer, String url) throws IOException {
        Properties access = new Properties();
        access.setProperty("user", EmbeddedPostgres.USER);
        access.setProperty(
                "password", Files.readString(data.resolve("postgres/password")).strip());
        access.setProperty("loginTimeout", String.valueOf(PATIENCE_SECONDS));
        access.setProperty("ApplicationName", "vestnik-backup");
        try (Connection connection = DriverManager.getConnection(url, access)) {
            requireThatItIsOurs(connection);
            new RunningCluster(data, connection).copyTo(writer);
        } catch (SQLException e) {
            throw new Refusal("the database of " + data + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** The port in the folder may by now be another installation's. */
    private void requireThatItIsOurs(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('data_directory')")) {
            row.next();
            Path answering = Path.of(row.getString(1));
            if (!Files.isSameFile(answering, data.resolve(Layout.DATABASE))) {
                throw new Refusal("the database that answers is not that of " + data + " but " + answering);
            }
        }
    }
}
