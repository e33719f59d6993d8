package io.vestnik.platform.links.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.ClickMarks.Clicked;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links.Visit;
import io.vestnik.platform.links.domain.Click;
import io.vestnik.platform.links.domain.ClickStore;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.PersonalData.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClickStore implements ClickStore {
    private static final List<Device> DEVICES = List.of(Device.values());

    private final JdbcClient jdbc;

    JdbcClickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clicks of one recipient on one link that came together. */
    private record Row(Click first, Instant last, int clicks) {
        static Row of(Click click) {
            return new Row(click, click.at(), 1);
        }

        Row and(Row other) {
            return new Row(
                    other.first.at().isBefore(first.at()) ? other.first : first,
                    other.last.isAfter(last) ? other.last : last,
                    clicks + other.clicks);
        }
    }

    private record Key(long block, long ordinal) {}

    @Override
    @AcrossAccounts("the block of a link says whose it is")
    public List<First> count(List<Click> clicks) {
        Collection<Row> rows = together(clicks);
        hold(rows);
        return jdbc.sql("""
                        WITH n AS MATERIALIZED (
                          SELECT * FROM unnest(:blocks::bigint[], :ordinals::bigint[], :accounts::bigint[], :campaigns::bigint[],
                                               :first::bigint[], :last::bigint[], :clicks::integer[], :devices::smallint[])
                            WITH ORDINALITY AS n(block, ordinal, account, campaign, first_at, last_at, clicks, device, place)),
                        done AS (
                          INSERT INTO links.visit AS v (block, ordinal, account, message, first_at, last_at, clicks, device)
                          SELECT n.block, n.ordinal, n.account, coalesce(k.message, c.message),
                                 to_timestamp(n.first_at / 1000.0), to_timestamp(n.last_at / 1000.0), n.clicks, n.device
                            FROM n
                            LEFT JOIN links.visit k ON k.block = n.block AND k.ordinal = n.ordinal
                            LEFT JOIN LATERAL (
                              SELECT messages[n.ordinal - first + 1] AS message FROM links.chunk
                               WHERE campaign = n.campaign AND first <= n.ordinal AND k.block IS NULL
                               ORDER BY first DESC LIMIT 1) c ON true
                           WHERE coalesce(k.message, c.message) IS NOT NULL
                           ORDER BY n.place
                          ON CONFLICT (block, ordinal) DO UPDATE
                             SET clicks = v.clicks + excluded.clicks, last_at = greatest(v.last_at, excluded.last_at)
                          RETURNING block, ordinal, account, message, first_at, device, xmax = 0 AS fresh)
                        SELECT * FROM done WHERE fresh""")
                .param("blocks", numbers(rows, it -> it.first().block().first()))
                .param("ordinals", numbers(rows, it -> it.first().ordinal()))
                .param(
                        "accounts",
                        numbers(rows, it -> it.first().block().account().value()))
                .param(
                        "campaigns",
                        numbers(rows, it -> it.first().block().campaign().value()))
                .param("first", numbers(rows, it -> it.first().at().toEpochMilli()))
                .param("last", numbers(rows, it -> it.last().toEpochMilli()))
                .param("clicks", numbers(rows, it -> (long) it.clicks()))
                .param("devices", numbers(rows, it -> (long) it.first().device().number()))
                .query((row, _) -> new First(
                        row.getLong("block"),
                        row.getLong("ordinal"),
                        Device.ofNumber(row.getInt("device")),
                        new Clicked(
                                new AccountId(row.getLong("account")),
                                new MessageId(row.getLong("message")),
                                JdbcLinkStore.instant(row, "first_at"))))
                .list();
    }

    /**
     * Whose the links are stays so until the end of the transaction, else the click of a person who is being forgotten would be written
     * after theirs were deleted. In the order in which those who forget take them: neither waits for the other in a circle.
     */
    private void hold(Collection<Row> rows) {
        jdbc.sql("""
                        SELECT k.first
                          FROM links.chunk k
                          JOIN (SELECT DISTINCT n.campaign, c.first
                                  FROM unnest(:campaigns::bigint[], :ordinals::bigint[]) AS n(campaign, ordinal)
                                 CROSS JOIN LATERAL (SELECT first FROM links.chunk
                                                      WHERE campaign = n.campaign AND first <= n.ordinal
                                                      ORDER BY first DESC LIMIT 1) c) w USING (campaign, first)
                         ORDER BY k.campaign, k.first FOR SHARE OF k""")
                .param(
                        "campaigns",
                        numbers(rows, it -> it.first().block().campaign().value()))
                .param("ordinals", numbers(rows, it -> it.first().ordinal()))
                .query(Long.class)
                .list();
    }

    /** In the order of the key: two nodes never wait for each other. */
    private static Collection<Row> together(List<Click> clicks) {
        Map<Key, Row> rows = new TreeMap<>(Comparator.comparingLong(Key::block).thenComparingLong(Key::ordinal));
        clicks.forEach(click -> rows.merge(new Key(click.block().first(), click.ordinal()), Row.of(click), Row::and));
        return rows.values();
    }

    private static <T> Long[] numbers(Collection<T> all, Function<T, Long> value) {
        return all.stream().map(value).toArray(Long[]::new);
    }

    @Override
    @AcrossAccounts("the block of a link says whose it is")
    public void sum(List<Sum> sums) {
        jdbc.sql("""
                        INSERT INTO links.tally AS t (block, device, people, clicks)
                        SELECT * FROM unnest(:blocks::bigint[], :devices::smallint[], :people::bigint[], :clicks::bigint[])
                        ON CONFLICT (block, device) DO UPDATE
                           SET people = t.people + excluded.people, clicks = t.clicks + excluded.clicks""")
                .param("blocks", numbers(sums, Sum::block))
                .param("devices", numbers(sums, it -> (long) it.device().number()))
                .param("people", numbers(sums, Sum::people))
                .param("clicks", numbers(sums, Sum::clicks))
                .update();
    }

    @Override
    public List<Sum> sums(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
                        SELECT t.block, t.device, t.people, t.clicks
                          FROM links.tally t JOIN links.block b ON b.first = t.block
                         WHERE b.campaign = :campaign AND b.account = :account ORDER BY t.block, t.device""")
                .param("campaign", campaign.value())
                .param("account", account.value())
                .query((row, _) -> new Sum(
                        row.getLong("block"),
                        Device.ofNumber(row.getInt("device")),
                        row.getLong("people"),
                        row.getLong("clicks")))
                .list();
    }

    @Override
    public List<Visit> visits(AccountId account, MessageId message) {
        return jdbc.sql("""
                        SELECT coalesce(s.target, b.target) AS target, v.first_at, v.last_at, v.clicks, v.device
                          FROM links.visit v JOIN links.block b ON b.first = v.block
                          LEFT JOIN links.single s ON s.block = v.block AND s.ordinal = v.ordinal
                         WHERE v.message = :message AND v.account = :account ORDER BY v.first_at LIMIT 100""")
                .param("message", message.value())
                .param("account", account.value())
                .query(JdbcClickStore::visit)
                .list();
    }

    @Override
    public Optional<Visit> visit(AccountId account, long block, long ordinal) {
        return jdbc.sql("""
                        SELECT coalesce(s.target, b.target) AS target, v.first_at, v.last_at, v.clicks, v.device
                          FROM links.visit v JOIN links.block b ON b.first = v.block
                          LEFT JOIN links.single s ON s.block = v.block AND s.ordinal = v.ordinal
                         WHERE v.block = :block AND v.ordinal = :ordinal AND v.account = :account""")
                .param("block", block)
                .param("ordinal", ordinal)
                .param("account", account.value())
                .query(JdbcClickStore::visit)
                .optional();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                JdbcLinkStore.target(row.getString("target")),
                JdbcLinkStore.instant(row, "first_at"),
                JdbcLinkStore.instant(row, "last_at"),
                row.getInt("clicks"),
                Device.ofNumber(row.getInt("device")));
    }

    @Override
    public List<Told> tell(AccountId account, Collection<MessageId> messages) {
        return jdbc.sql("""
                        SELECT 'click' AS what,
                               jsonb_build_object('message', v.message::text, 'address', coalesce(s.target, b.target), 'first_at', v.first_at,
                                                  'last_at', v.last_at, 'clicks', v.clicks,
                                                  'device', d.code)::text AS known
                          FROM links.visit v
                          JOIN links.block b ON b.first = v.block
                          LEFT JOIN links.single s ON s.block = v.block AND s.ordinal = v.ordinal
                          JOIN unnest(:numbers::smallint[], :codes::text[]) AS d(number, code) ON d.number = v.device
                         WHERE v.message = ANY(:ids::bigint[]) AND v.account = :account ORDER BY v.message DESC, v.first_at""")
                .param("ids", numbers(messages, MessageId::value))
                .param("account", account.value())
                .param("numbers", numbers(DEVICES, it -> (long) it.number()))
                .param("codes", DEVICES.stream().map(Device::code).toArray(String[]::new))
                .query(Told::of)
                .list();
    }

    @Override
    @AcrossAccounts("what has had its time goes, whoever had it")
    public int forgetExpired(Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM links.visit v
                         USING (SELECT g.block, g.ordinal FROM links.block b JOIN links.visit g ON g.block = b.first
                                 WHERE b.expires_at < :before LIMIT :most) old
                         WHERE v.block = old.block AND v.ordinal = old.ordinal""")
                .param("before", JdbcLinkStore.time(before))
                .param("most", most)
                .update();
    }

    @Override
    public int forget(AccountId account, Collection<MessageId> messages) {
        return jdbc.sql("DELETE FROM links.visit WHERE message = ANY(:ids::bigint[]) AND account = :account")
                .param("ids", numbers(messages, MessageId::value))
                .param("account", account.value())
                .update();
    }
}
