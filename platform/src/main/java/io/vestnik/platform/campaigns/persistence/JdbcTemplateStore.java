package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.domain.TemplateStore;
import io.vestnik.platform.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Templates in the table of the same name; its columns of a draft are those of a campaign. */
@Repository
class JdbcTemplateStore implements TemplateStore {
    /** More than an account may have. */
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    JdbcTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static StoredTemplate template(ResultSet row, int number) throws SQLException {
        return new StoredTemplate(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("folder"),
                CampaignRows.draft(row),
                CampaignRows.instant(row, "changed_at"));
    }

    @Override
    public List<StoredTemplate> list(AccountId account, @Nullable String folder, String search) {
        return jdbc.sql("""
                SELECT * FROM campaigns.template
                 WHERE account = :account AND deleted_at IS NULL
                   AND (:folder::text IS NULL OR folder = :folder::text)
                   AND (:search = '' OR strpos(lower(name), lower(:search)) > 0 OR strpos(lower(body), lower(:search)) > 0)
                 ORDER BY folder COLLATE "ru-RU-x-icu", name COLLATE "ru-RU-x-icu", id LIMIT :most""")
                .param("most", MOST)
                .param("account", account.value())
                .param("folder", folder)
                .param("search", search)
                .query(JdbcTemplateStore::template)
                .list();
    }

    @Override
    public List<Name> names(AccountId account) {
        return jdbc.sql("""
                SELECT id, folder, name FROM campaigns.template
                 WHERE account = :account AND deleted_at IS NULL
                 ORDER BY folder COLLATE "ru-RU-x-icu", name COLLATE "ru-RU-x-icu", id LIMIT :most""")
                .param("account", account.value())
                .param("most", MOST)
                .query((row, _) -> new Name(row.getLong("id"), row.getString("folder"), row.getString("name")))
                .list();
    }

    @Override
    public Optional<StoredTemplate> find(AccountId account, long id) {
        return one(
                        account,
                        id,
                        "SELECT * FROM campaigns.template WHERE account = :account AND id = :id AND deleted_at IS NULL")
                .query(JdbcTemplateStore::template)
                .optional();
    }

    private JdbcClient.StatementSpec one(AccountId account, long id, String sql) {
        return jdbc.sql(sql).param("account", account.value()).param("id", id);
    }

    @Override
    public int countAndHold(AccountId account) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('campaigns.template', :account))")
                .param("account", account.value())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT count(*) FROM campaigns.template WHERE account = :account AND deleted_at IS NULL")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean isTaken(AccountId account, String folder, String name, @Nullable Long except) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM campaigns.template
                         WHERE account = :account AND lower(folder) = lower(:folder) AND lower(name) = lower(:name)
                           AND deleted_at IS NULL AND id <> :except)""")
                .param("account", account.value())
                .param("folder", folder)
                .param("name", name)
                .param("except", except == null ? 0 : except)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long insert(AccountId account, String folder, Draft draft, Instant at) {
        return jdbc.sql("""
                INSERT INTO campaigns.template (account, folder, name, sender, body, audience_groups, audience_phones,
                                                audience_minus, validity_seconds, timing, short_links, reserve_sender, tags, trial, changed_at)
                VALUES (:account, :folder, :name, :sender, :body, :groups, :phones, :minus, :validity, :timing::jsonb, :shortLinks,
                        :reserve, :tags, :trial::jsonb, :at)
                RETURNING id""")
                .param("account", account.value())
                .param("folder", folder)
                .params(CampaignRows.written(draft))
                .param("at", JdbcCampaignStore.time(at))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean update(AccountId account, long id, int version, String folder, Draft draft, Instant at) {
        return one(account, id, """
                        UPDATE campaigns.template
                           SET version = version + 1, folder = :folder, name = :name, sender = :sender, body = :body,
                               audience_groups = :groups, audience_phones = :phones, audience_minus = :minus,
                               validity_seconds = :validity, timing = :timing::jsonb, short_links = :shortLinks, reserve_sender = :reserve,
                               tags = :tags, trial = :trial::jsonb, changed_at = :at
                         WHERE account = :account AND id = :id AND version = :version AND deleted_at IS NULL""")
                        .param("version", version)
                        .param("folder", folder)
                        .params(CampaignRows.written(draft))
                        .param("at", JdbcCampaignStore.time(at))
                        .update()
                == 1;
    }

    @Override
    public boolean delete(AccountId account, long id, Instant at) {
        return one(account, id, """
                        UPDATE campaigns.template SET deleted_at = :at
                         WHERE account = :account AND id = :id AND deleted_at IS NULL""").param("at", JdbcCampaignStore.time(at)).update() == 1;
    }

    @Override
    public boolean restore(AccountId account, long id) {
        return one(account, id, """
                        UPDATE campaigns.template t SET deleted_at = NULL
                         WHERE account = :account AND id = :id AND deleted_at IS NOT NULL
                           AND NOT EXISTS (SELECT FROM campaigns.template o
                                            WHERE o.account = t.account AND lower(o.folder) = lower(t.folder)
                                              AND lower(o.name) = lower(t.name) AND o.deleted_at IS NULL)""").update() == 1;
    }
}
