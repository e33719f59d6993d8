package io.vestnik.platform.links.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.links.domain.Block;
import io.vestnik.platform.links.domain.KeyStore;
import io.vestnik.platform.links.domain.LinkStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinkStore implements LinkStore, KeyStore {
    private final JdbcClient jdbc;

    JdbcLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("one key makes the codes of all")
    public String sealedOr(Supplier<String> fresh) {
        Optional<String> kept = sealed();
        if (kept.isPresent()) {
            return kept.get();
        }
        jdbc.sql("INSERT INTO links.secret (id, sealed) VALUES (1, :sealed) ON CONFLICT DO NOTHING")
                .param("sealed", fresh.get())
                .update();
        return sealed().orElseThrow();
    }

    private Optional<String> sealed() {
        return jdbc.sql("SELECT sealed FROM links.secret WHERE id = 1")
                .query(String.class)
                .optional();
    }

    @Override
    public long take(AccountId account, long span) {
        return jdbc.sql("UPDATE links.numbers SET next = next + :span RETURNING next - :span")
                .param("span", span)
                .query(Long.class)
                .single();
    }

    @Override
    @AcrossAccounts("numbers are given to all in one row")
    public long end() {
        return jdbc.sql("SELECT next FROM links.numbers").query(Long.class).single();
    }

    @Override
    public void add(AccountId account, List<Block> blocks, Instant at) {
        jdbc.sql("""
                        INSERT INTO links.block (first, size, account, campaign, place, target, warn, created_at, expires_at)
                        SELECT n.first, :size, :account, :campaign, n.place, n.target, :warn, :at, :expires
                          FROM unnest(:firsts::bigint[], :places::smallint[], :targets::text[]) AS n(first, place, target)""")
                .param("size", blocks.getFirst().size())
                .param("account", account.value())
                .param("campaign", blocks.getFirst().campaign().value())
                .param("warn", blocks.getFirst().warn())
                .param("at", time(at))
                .param("expires", time(blocks.getFirst().expiresAt()))
                .param("firsts", array(blocks, Block::first))
                .param("places", array(blocks, it -> (long) it.place()))
                .param(
                        "targets",
                        blocks.stream().map(it -> address(it.target())).toArray(String[]::new))
                .update();
    }

    private static @Nullable String address(Target target) {
        return switch (target) {
            case Target.Page(String address) -> address;
            case Target.Unsubscribe() -> null;
        };
    }

    static Target target(@Nullable String address) {
        return address == null ? new Target.Unsubscribe() : new Target.Page(address);
    }

    private static <T> Long[] array(Collection<T> all, Function<T, Long> value) {
        return all.stream().map(value).toArray(Long[]::new);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public List<Block> of(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                        SELECT first, size, account, campaign, place, target, warn, expires_at
                          FROM links.block WHERE campaign = :campaign AND account = :account ORDER BY place""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .query(JdbcLinkStore::block)
                .list();
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        return new Block(
                row.getLong("first"),
                row.getLong("size"),
                new AccountId(row.getLong("account")),
                new CampaignId(row.getLong("campaign")),
                row.getInt("place"),
                target(row.getString("target")),
                row.getBoolean("warn"),
                instant(row, "expires_at"));
    }

    @Override
    @AcrossAccounts("whoever has a code is asked for nothing else")
    public Optional<Block> around(long number) {
        return jdbc.sql("""
                        SELECT first, size, account, campaign, place, target, warn, expires_at
                          FROM links.block WHERE first <= :number ORDER BY first DESC LIMIT 1""").param("number", number).query(JdbcLinkStore::block).optional();
    }

    @Override
    public long give(AccountId account, CampaignId campaign, List<MessageId> messages, Instant expiresAt) {
        return jdbc.sql("""
                        INSERT INTO links.chunk (campaign, first, account, messages, lowest, highest, expires_at)
                        SELECT :campaign,
                               coalesce((SELECT first + cardinality(messages) FROM links.chunk
                                          WHERE campaign = :campaign ORDER BY first DESC LIMIT 1), 0),
                               :account, :messages, :lowest, :highest, :expires
                        RETURNING first""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .param("messages", array(messages, MessageId::value))
                .param("lowest", messages.getFirst().value())
                .param("highest", messages.getLast().value())
                .param("expires", time(expiresAt))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<MessageId> messageOf(AccountId account, CampaignId campaign, long ordinal) {
        return jdbc.sql("""
                        SELECT messages[:ordinal - first + 1] FROM links.chunk
                         WHERE campaign = :campaign AND account = :account AND first <= :ordinal
                         ORDER BY first DESC LIMIT 1""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .param("ordinal", ordinal)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .optional()
                .flatMap(found -> found)
                .map(MessageId::new);
    }

    @Override
    public Optional<Block> sharedAndHold(AccountId account) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('links.shared', :account))")
                .param("account", account.value())
                .query((_, _) -> true)
                .single();
        // Block.SHARED has to stand in the statement, or its index does not fit.
        return jdbc.sql("""
                        SELECT first, size, account, campaign, place, target, warn, expires_at
                          FROM links.block WHERE account = :account AND campaign >= 4611686018427387904
                         ORDER BY first DESC LIMIT 1""")
                .param("account", account.value())
                .query(JdbcLinkStore::block)
                .optional();
    }

    @Override
    public long given(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                        SELECT coalesce((SELECT first + cardinality(messages) FROM links.chunk
                                          WHERE campaign = :campaign AND account = :account ORDER BY first DESC LIMIT 1), 0)""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public void addSingles(AccountId account, Block page, long first, List<MessageId> messages, List<Target> targets) {
        jdbc.sql("""
                        INSERT INTO links.single (block, ordinal, account, message, target)
                        SELECT :block, :first + n.place - 1, :account, n.message, n.target
                          FROM unnest(:messages::bigint[], :targets::text[]) WITH ORDINALITY AS n(message, target, place)""")
                .param("block", page.first())
                .param("first", first)
                .param("account", account.value())
                .param("messages", array(messages, MessageId::value))
                .param("targets", targets.stream().map(JdbcLinkStore::address).toArray(String[]::new))
                .update();
    }

    @Override
    public Optional<Target> single(AccountId account, long block, long ordinal) {
        return jdbc.sql("""
                        SELECT target FROM links.single
                         WHERE block = :block AND ordinal = :ordinal AND account = :account""")
                .param("block", block)
                .param("ordinal", ordinal)
                .param("account", account.value())
                .query((row, _) -> target(row.getString(1)))
                .optional();
    }

    @Override
    @AcrossAccounts("what has had its time goes, whoever had it")
    public int forgetExpiredSingles(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM links.single s
                         USING (SELECT g.block, g.ordinal FROM links.block b JOIN links.single g ON g.block = b.first
                                 WHERE b.expires_at < :before LIMIT :most) old
                         WHERE s.block = old.block AND s.ordinal = old.ordinal""").param("before", time(before)).param("most", most).update();
    }

    @Override
    public int disown(AccountId account, Collection<MessageId> messages) {
        int singles = jdbc.sql("DELETE FROM links.single WHERE account = :account AND message = ANY(:ids::bigint[])")
                .param("account", account.value())
                .param("ids", array(messages, MessageId::value))
                .update();
        return singles + disowned(account, messages);
    }

    private int disowned(AccountId account, Collection<MessageId> messages) {
        return jdbc.sql("""
                        WITH near AS MATERIALIZED (
                          SELECT DISTINCT k.campaign, k.first
                            FROM unnest(:ids::bigint[]) AS n(id)
                            JOIN links.chunk k ON int8range(k.lowest, k.highest, '[]') @> n.id AND k.account = :account),
                        held AS MATERIALIZED (
                          SELECT k.campaign, k.first FROM links.chunk k JOIN near USING (campaign, first)
                           ORDER BY k.campaign, k.first FOR UPDATE OF k)
                        UPDATE links.chunk c
                           SET messages = (SELECT array_agg(CASE WHEN m.id = ANY(:ids::bigint[]) THEN NULL ELSE m.id END ORDER BY m.place)
                                             FROM unnest(c.messages) WITH ORDINALITY AS m(id, place))
                          FROM held
                         WHERE c.campaign = held.campaign AND c.first = held.first AND c.messages && :ids::bigint[]""")
                .param("account", account.value())
                .param("ids", array(messages, MessageId::value))
                .update();
    }

    @Override
    @AcrossAccounts("what has had its time goes, whoever had it")
    public int forgetExpired(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM links.chunk c
                         USING (SELECT campaign, first FROM links.chunk WHERE expires_at < :before LIMIT :most) old
                         WHERE c.campaign = old.campaign AND c.first = old.first""").param("before", time(before)).param("most", most).update();
    }
}
