package io.vestnik.platform.senders.persistence;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.Verdict;
import io.vestnik.platform.senders.domain.PaperStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaperStore implements PaperStore {
    private final JdbcClient jdbc;

    JdbcPaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Paper> list(AccountId account) {
        return jdbc.sql("""
                        SELECT id, sender, file, name, kind, size, about, verdict, comment, judged_by, judged_at, added_at
                          FROM senders.paper WHERE account = :account ORDER BY id""")
                .param("account", account.value())
                .query(JdbcPaperStore::paper)
                .list();
    }

    @Override
    public int countAndHold(AccountId account) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('senders.paper', :account))")
                .param("account", account.value())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT count(*) FROM senders.paper WHERE account = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public int count(AccountId account, long sender) {
        return jdbc.sql("SELECT count(*) FROM senders.paper WHERE account = :account AND sender = :sender")
                .param("account", account.value())
                .param("sender", sender)
                .query(Integer.class)
                .single();
    }

    @Override
    public long add(AccountId account, Paper paper) {
        return jdbc.sql("""
                        INSERT INTO senders.paper (account, sender, file, name, kind, size, about, added_at)
                        VALUES (:account, :sender, :file, :name, :kind, :size, :about, :at)
                        RETURNING id""")
                .param("account", account.value())
                .param("sender", paper.sender())
                .param("file", paper.file().value())
                .param("name", paper.name())
                .param("kind", paper.kind())
                .param("size", paper.size())
                .param("about", paper.about())
                .param("at", paper.addedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean judge(AccountId account, long paper, Judgement judgement, Instant at) {
        boolean open = judgement.verdict() == Verdict.ON_CHECK;
        return jdbc.sql("""
                        UPDATE senders.paper
                           SET verdict = :verdict, comment = :words, judged_by = :by, judged_at = CASE WHEN :open THEN NULL ELSE :at END
                         WHERE account = :account AND id = :paper""")
                        .param("account", account.value())
                        .param("paper", paper)
                        .param("verdict", judgement.verdict().number())
                        .param("words", judgement.words())
                        .param("by", open ? "" : judgement.by())
                        .param("open", open)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void delete(AccountId account, long paper) {
        jdbc.sql("DELETE FROM senders.paper WHERE account = :account AND id = :paper")
                .param("account", account.value())
                .param("paper", paper)
                .update();
    }

    private static Paper paper(ResultSet row, int ignored) throws SQLException {
        return new Paper(
                row.getLong("id"),
                row.getLong("sender"),
                new FileId(row.getLong("file")),
                row.getString("name"),
                row.getString("kind"),
                row.getLong("size"),
                row.getString("about"),
                Verdict.ofNumber(row.getInt("verdict")),
                row.getString("comment"),
                row.getString("judged_by"),
                SenderRows.instant(row, "judged_at"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
