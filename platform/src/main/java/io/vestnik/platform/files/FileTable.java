package io.vestnik.platform.files;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of stored files. */
@Component
class FileTable {
    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StoredFile insert(AccountId account, Files.Upload upload, long size, Instant now) {
        Instant until = now.plus(upload.lifetime());
        long id = jdbc.sql("""
            INSERT INTO files.file (account, name, content_type, size, created_at, until, needs)
            VALUES (:account, :name, :type, :size, :now, :until, nullif(:right, ''))
            RETURNING id\
            """)
                .param("account", account.value())
                .param("name", upload.name())
                .param("type", upload.contentType())
                .param("size", size)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("right", upload.right())
                .query(Long.class)
                .single();
        return new StoredFile(
                new FileId(id), account, upload.name(), upload.contentType(), size, until, upload.right());
    }

    Optional<StoredFile> find(AccountId account, FileId id, Instant now) {
        return jdbc.sql("""
            SELECT id, account, name, content_type, size, until, needs
              FROM files.file
             WHERE id = :id AND account = :account AND until > :now\
            """)
                .param("id", id.value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(FileTable::file)
                .optional();
    }

    void describe(AccountId account, FileId id, Reports.About about) {
        jdbc.sql("""
            UPDATE files.file SET report = :title, needs = :right, made_by = :by
             WHERE id = :id AND account = :account\
            """)
                .param("title", about.titleKey())
                .param("right", about.right())
                .param("by", about.by())
                .param("id", id.value())
                .param("account", account.value())
                .update();
    }

    List<Reports.Report> reports(
            AccountId account, Collection<String> rights, String search, long before, int limit, Instant now) {
        return jdbc.sql("""
            SELECT id, account, name, content_type, size, until, report, needs, made_by, created_at
              FROM files.file
             WHERE account = :account AND report IS NOT NULL AND needs = ANY(:rights) AND until > :now
               AND id < :before AND (:search = '' OR strpos(lower(name), lower(:search)) > 0)
             ORDER BY id DESC LIMIT :limit\
            """)
                .param("account", account.value())
                .param("search", search)
                .param("rights", rights.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before)
                .param("limit", limit)
                .query(FileTable::report)
                .list();
    }

    Optional<Reports.Report> report(AccountId account, FileId id, Instant now) {
        return jdbc.sql("""
            SELECT id, account, name, content_type, size, until, report, needs, made_by, created_at
              FROM files.file
             WHERE id = :id AND account = :account AND report IS NOT NULL AND until > :now\
            """)
                .param("id", id.value())
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(FileTable::report)
                .optional();
    }

    private static Reports.Report report(ResultSet row, int number) throws SQLException {
        return new Reports.Report(
                file(row, number),
                new Reports.About(row.getString("report"), row.getString("needs"), row.getString("made_by")),
                row.getTimestamp("created_at").toInstant());
    }

    /** The account's file behind this id. */
    Optional<FileId> next(AccountId account, long after) {
        return jdbc.sql("SELECT id FROM files.file WHERE account = :account AND id > :after ORDER BY id LIMIT 1")
                .param("account", account.value())
                .param("after", after)
                .query((row, _) -> new FileId(row.getLong(1)))
                .optional();
    }

    boolean delete(AccountId account, FileId id) {
        return jdbc.sql("DELETE FROM files.file WHERE id = :id AND account = :account")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Forgets the oldest reports of this title beyond so many; tells which. */
    List<FileId> deleteBeyond(AccountId account, String titleKey, int most) {
        return jdbc.sql("""
            DELETE FROM files.file
             WHERE account = :account
               AND id IN (SELECT id FROM files.file
                           WHERE account = :account AND report = :title ORDER BY id DESC OFFSET :most)
            RETURNING id\
            """)
                .param("account", account.value())
                .param("title", titleKey)
                .param("most", most)
                .query((row, _) -> new FileId(row.getLong(1)))
                .list();
    }

    /** Forgets files whose time is over; tells which. */
    @AcrossAccounts("a timer forgets what is old")
    List<FileId> forgetOutlived(Instant now, int most) {
        return jdbc.sql("""
            DELETE FROM files.file
             WHERE id IN (SELECT id FROM files.file
                           WHERE until <= :now ORDER BY until LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id\
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new FileId(row.getLong(1)))
                .list();
    }

    /** Which of these ids are known. */
    @AcrossAccounts("a timer compares the folder with the table")
    Set<Long> known(Collection<Long> ids) {
        return jdbc.sql("SELECT id FROM files.file WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .set();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getTimestamp("until").toInstant(),
                Objects.requireNonNullElse(row.getString("needs"), ""));
    }
}
