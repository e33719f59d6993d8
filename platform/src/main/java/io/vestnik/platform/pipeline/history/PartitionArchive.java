package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.StoreSettings;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a table that nobody writes to any more into a compressed CSV file, a piece of pages at a time: no statement is
 * long, no row is held in memory. The file gets its name when its rows are as many as the table's.
 */
@Component
@AcrossAccounts("a period of all accounts becomes one file that only the operator can read")
class PartitionArchive {
    private static final int BUFFER = 1 << 17;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Pieces pieces;
    private final Path folder;

    PartitionArchive(JdbcClient jdbc, JdbcTemplate template, Pieces pieces, StoreSettings settings) {
        this.jdbc = jdbc;
        this.template = template;
        this.pieces = pieces;
        this.folder = settings.data().toAbsolutePath().resolve("archive");
    }

    /**
     * Writes the file and reads it again.
     *
     * @param goOn asked between pieces: whether this node may go on
     * @return the number of rows
     */
    long write(String table, BooleanSupplier goOn) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = folder.resolve(table + ".csv.gz.part");
        Files.deleteIfExists(draft);
        try {
            long rows = writeTo(draft, table, goOn);
            long read = rowsOf(draft);
            long counted = pieces.count(table, "true", goOn);
            if (rows != read || rows != counted) {
                throw new IOException("The archive of %s holds %d rows, %d were written, the table has %d"
                        .formatted(table, read, rows, counted));
            }
            Files.move(draft, folder.resolve(table + ".csv.gz"), StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private long writeTo(Path draft, String table, BooleanSupplier goOn) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownersOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, options, ownersOnly)) {
            GZIPOutputStream out =
                    new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), BUFFER);
            out.write((header(table) + "\n").getBytes(StandardCharsets.UTF_8));
            long rows = pieces.sum(
                    table,
                    goOn,
                    where -> copy(
                            "COPY (SELECT * FROM pipeline.%s WHERE %s) TO STDOUT (FORMAT csv)".formatted(table, where),
                            out));
            out.finish();
            out.flush();
            channel.force(true);
            return rows;
        }
    }

    private long copy(String sql, OutputStream out) throws IOException {
        Long rows = Pool.BACKGROUND.call(() -> template.execute((Connection connection) -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
            } catch (IOException e) {
                throw new SQLException("The archive cannot be written: " + e.getMessage(), e);
            }
        }));
        if (rows == null) {
            throw new IOException("The copy told no number of rows");
        }
        return rows;
    }

    private String header(String table) {
        return Pool.BACKGROUND.call(() -> jdbc.sql("""
                        SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute
                         WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped""")
                .param("table", "pipeline." + table)
                .query(String.class)
                .single());
    }

    /** Rows of a CSV file below its header: the ends of lines that are not within quotes. */
    private static long rowsOf(Path file) throws IOException {
        try (InputStream in =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            boolean quoted = false;
            long lines = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '"') {
                        quoted = !quoted;
                    } else if (buffer[i] == '\n' && !quoted) {
                        lines++;
                    }
                }
            }
            return lines - 1;
        }
    }
}
