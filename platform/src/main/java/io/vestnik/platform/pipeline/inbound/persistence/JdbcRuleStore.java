package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
import io.vestnik.platform.pipeline.inbound.domain.RuleStore;
import io.vestnik.platform.pipeline.inbound.domain.Tells;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRuleStore implements RuleStore {
    private final JdbcClient jdbc;

    JdbcRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("counts changes, tells nothing of them")
    public long version() {
        return jdbc.sql("SELECT value FROM pipeline.inbound_version")
                .query(Long.class)
                .single();
    }

    @Override
    @AcrossAccounts("the snapshot of all, which is asked by account")
    public List<KeywordRule> all() {
        return jdbc.sql("SELECT * FROM pipeline.inbound_rule")
                .query((row, _) -> rule(row))
                .list();
    }

    @Override
    public List<KeywordRule> list(AccountId account) {
        return jdbc.sql("SELECT * FROM pipeline.inbound_rule WHERE account = :account ORDER BY number, keyword")
                .param("account", account.value())
                .query((row, _) -> rule(row))
                .list();
    }

    @Override
    public Optional<KeywordRule> find(AccountId account, long id) {
        return jdbc.sql("SELECT * FROM pipeline.inbound_rule WHERE id = :id AND account = :account")
                .param("id", id)
                .param("account", account.value())
                .query((row, _) -> rule(row))
                .optional();
    }

    @Override
    @AcrossAccounts("counts changes, tells nothing of them")
    public void begin() {
        jdbc.sql("UPDATE pipeline.inbound_version SET value = value + 1").update();
    }

    @Override
    public boolean taken(AccountId account, KeywordRule rule) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM pipeline.inbound_rule
                                        WHERE account = :account AND number = :number AND keyword = :keyword AND id <> :id)""").params(values(account, rule)).query(Boolean.class).single();
    }

    @Override
    public long add(AccountId account, KeywordRule rule) {
        return jdbc.sql("""
                        INSERT INTO pipeline.inbound_rule (account, number, keyword, group_id, stop, sender, answer, name, url, email)
                        VALUES (:account, :number, :keyword, nullif(:group, 0), :stop, :sender, :answer, :name, :url, :email)
                        RETURNING id""").params(values(account, rule)).query(Long.class).single();
    }

    @Override
    public boolean change(AccountId account, KeywordRule rule) {
        return jdbc.sql("""
                                UPDATE pipeline.inbound_rule
                                   SET number = :number, keyword = :keyword, group_id = nullif(:group, 0), stop = :stop,
                                       sender = :sender, answer = :answer, name = :name, url = :url, email = :email, version = version + 1
                                 WHERE id = :id AND account = :account AND version = :version""").params(values(account, rule)).update() == 1;
    }

    @Override
    public boolean remove(AccountId account, long id) {
        return jdbc.sql("DELETE FROM pipeline.inbound_rule WHERE id = :id AND account = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private static Map<String, Object> values(AccountId account, KeywordRule rule) {
        GroupId group = rule.group();
        Map<String, Object> values = new HashMap<>();
        values.put("id", rule.id());
        values.put("account", account.value());
        values.put("number", rule.number());
        values.put("keyword", rule.keyword());
        values.put("group", group == null ? 0L : group.value());
        values.put("stop", rule.stop());
        values.put("sender", rule.sender());
        values.put("answer", rule.answer());
        values.put("name", rule.tells().name());
        values.put("url", rule.tells().url());
        values.put("email", rule.tells().email());
        values.put("version", rule.version());
        return values;
    }

    private static KeywordRule rule(ResultSet row) throws SQLException {
        long group = row.getLong("group_id");
        return new KeywordRule(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                row.getString("number"),
                row.getString("keyword"),
                group == 0 ? null : new GroupId(group),
                row.getBoolean("stop"),
                row.getString("sender"),
                row.getString("answer"),
                new Tells(row.getString("name"), row.getString("url"), row.getString("email")),
                row.getInt("version"));
    }
}
