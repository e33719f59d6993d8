package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Tally;
import io.vestnik.platform.pipeline.domain.TallyStore;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.FactCursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Each statement reads rows and the facts that were not handed out yet in one snapshot: a row is written with its fact, so a row less
 * its later facts is the row as it was at the position.
 */
@Repository
@AcrossAccounts("messages of all are counted together, each count names its account")
class JdbcTallyStore implements TallyStore {
    private static final long SECONDS_OF_AN_HOUR = 3_600;

    private static final String PENDING = """
            WITH pending AS MATERIALIZED (
              SELECT f.message, f.from_state, f.to_state, f.error, f.charged, f.mark
                FROM pipeline.message_event f
               WHERE (f.xid, f.seq) > (:xid::text::xid8, :seq) AND f.message >= :from AND f.message < :below)
            """;

    private static final String ALIKE = """
            m.account, (m.id >> 22) / 3600 AS hour, coalesce(m.campaign, 0) AS campaign, m.way, m.sender, m.mcc_mnc,
                   coalesce(m.region, '') AS region""";

    // What the owner was debited: for what was delivered, and for what the network took where the price is charged on
    // sending.
    private static final String STANDINGS = PENDING + """
            , alike AS (
            SELECT account, hour, campaign, way, sender, mcc_mnc, region, state,
                   sum(messages) AS messages, sum(parts) AS parts, sum(charged) AS charged
              FROM (
                SELECT %1$s, m.state, 1 AS messages, m.parts,
                       CASE WHEN m.state IN (8, 9) OR m.sent_at IS NOT NULL AND q.own_on_sent THEN m.price ELSE 0 END AS charged
                  FROM pipeline.message m LEFT JOIN pipeline.quote q ON q.id = m.quote
                 WHERE m.id >= :from AND m.id < :below
                UNION ALL
                SELECT %1$s, s.state, s.messages, s.parts, s.charged
                  FROM pending p JOIN pipeline.message m ON m.id = p.message
                 CROSS JOIN LATERAL (VALUES
                         (p.to_state, -1, CASE WHEN p.from_state IS NULL THEN -m.parts ELSE 0 END, -p.charged),
                         (p.from_state, 1, 0, 0)) AS s(state, messages, parts, charged)
                 WHERE p.mark IS NULL AND s.state IS NOT NULL AND m.id >= :from AND m.id < :below) t
             GROUP BY account, hour, campaign, way, sender, mcc_mnc, region, state)
            SELECT grouping(hour) AS daily, account, hour, day, campaign, way, sender, mcc_mnc, coalesce(region, '') AS region, state,
                   sum(messages) AS messages, sum(parts) AS parts, sum(charged) AS charged
              FROM (SELECT a.*, (to_timestamp(%2$d + hour * 3600) AT TIME ZONE coalesce(z.zone, 'UTC'))::date AS day
                      FROM alike a LEFT JOIN unnest(:accounts::bigint[], :zones::text[]) AS z(account, zone) USING (account)) d
             GROUP BY GROUPING SETS ((account, hour, campaign, way, sender, mcc_mnc, state),
                                     (account, day, campaign, way, sender, mcc_mnc, region, state))
            HAVING sum(messages) <> 0 OR sum(parts) <> 0 OR sum(charged) <> 0""".formatted(ALIKE, MessageId.EPOCH.getEpochSecond());

    private static final String MARKED = PENDING + """
            SELECT %s, k.kind, sum(k.messages) AS messages
              FROM (SELECT message, kind, 1 AS messages FROM pipeline.message_mark WHERE message >= :from AND message < :below
                    UNION ALL
                    SELECT message, mark, -1 FROM pending WHERE mark IS NOT NULL) k
              JOIN pipeline.message m ON m.id = k.message AND m.id >= :from AND m.id < :below
             GROUP BY 1, 2, 3, 4, 5, 6, 7, k.kind HAVING sum(k.messages) <> 0""".formatted(ALIKE);

    // A delivery counts in the hour that its row tells, and is taken back there.
    private static final String HAPPENED = PENDING + """
            SELECT account, campaign, floor(extract(epoch FROM at) / 3600)::bigint AS hour, kind, sum(messages) AS messages
              FROM (
                SELECT m.account, coalesce(m.campaign, 0) AS campaign, m.final_at AS at, 0 AS kind, 1 AS messages
                  FROM pipeline.message m WHERE m.id >= :from AND m.id < :below AND m.state IN (8, 9)
                UNION ALL
                SELECT m.account, coalesce(m.campaign, 0), m.final_at, 0, -1
                  FROM pending p JOIN pipeline.message m ON m.id = p.message AND m.id >= :from AND m.id < :below
                 WHERE p.mark IS NULL AND p.to_state = 8 AND p.from_state <> 8
                UNION ALL
                SELECT m.account, coalesce(m.campaign, 0), k.at, k.kind, CASE WHEN p.message IS NULL THEN 1 ELSE 0 END
                  FROM pipeline.message_mark k JOIN pipeline.message m ON m.id = k.message
                  LEFT JOIN pending p ON p.message = k.message AND p.mark = k.kind
                 WHERE k.message >= :from AND k.message < :below AND m.id >= :from AND m.id < :below) t
             GROUP BY 1, 2, 3, 4 HAVING sum(messages) <> 0""";

    // What a late receipt corrects is an end that our own timer made: of a doubt, or of what was sent and never heard
    // of.
    private static final String FAILED = PENDING + """
            SELECT account, hour, campaign, mcc_mnc, code, receipt, sum(messages) AS messages
              FROM (
                SELECT m.account, (m.id >> 22) / 3600 AS hour, coalesce(m.campaign, 0) AS campaign, m.mcc_mnc,
                       coalesce(m.error, '') AS code, m.sent_at IS NOT NULL AS receipt, 1 AS messages
                  FROM pipeline.message m WHERE m.id >= :from AND m.id < :below AND m.state IN (10, 11, 12)
                UNION ALL
                SELECT m.account, (m.id >> 22) / 3600, coalesce(m.campaign, 0), m.mcc_mnc, s.code, s.receipt, s.messages
                  FROM pending p JOIN pipeline.message m ON m.id = p.message AND m.id >= :from AND m.id < :below
                 CROSS JOIN LATERAL (VALUES
                         (p.to_state, coalesce(p.error, ''), p.from_state IS NOT DISTINCT FROM 7, -1),
                         (p.from_state, CASE p.from_state WHEN 10 THEN 'unknown' ELSE 'lifetime' END, p.from_state = 11, 1))
                       AS s(state, code, receipt, messages)
                 WHERE p.mark IS NULL AND s.state IN (10, 11, 12)) t
             GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(messages) <> 0""";

    private final JdbcClient jdbc;

    JdbcTallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FactCursors.Position present() {
        long oldest = jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        return new FactCursors.Position(oldest - 1, Long.MAX_VALUE);
    }

    @Override
    public long begin(long below, int most) {
        return jdbc.sql(
                        "SELECT id FROM pipeline.message WHERE id > 0 AND id < :below ORDER BY id DESC OFFSET :most LIMIT 1")
                .param("below", below)
                .param("most", most)
                .query(Long.class)
                .optional()
                .map(last -> last + 1)
                .orElse(0L);
    }

    @Override
    public Tally tally(FactCursors.Position position, long from, long below, Map<AccountId, ZoneId> zones) {
        List<Tally.Standing> hourly = new ArrayList<>();
        List<Tally.Standing> daily = new ArrayList<>();
        List<AccountId> accounts = List.copyOf(zones.keySet());
        asked(STANDINGS, position, from, below)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param(
                        "zones",
                        accounts.stream()
                                .map(it ->
                                        zones.getOrDefault(it, ZoneOffset.UTC).getId())
                                .toArray(String[]::new))
                .query(row -> {
                    boolean ofDay = row.getInt("daily") == 1;
                    (ofDay ? daily : hourly).add(standing(row, ofDay ? day(row) : accepted(row)));
                });
        return new Tally(
                hourly,
                daily,
                read(MARKED, position, from, below, (row, _) -> marked(row)),
                read(HAPPENED, position, from, below, (row, _) -> happened(row)),
                read(FAILED, position, from, below, (row, _) -> failed(row)));
    }

    private <T> List<T> read(String sql, FactCursors.Position position, long from, long below, RowMapper<T> mapper) {
        return asked(sql, position, from, below).query(mapper).list();
    }

    private StatementSpec asked(String sql, FactCursors.Position position, long from, long below) {
        return jdbc.sql(sql)
                .param("xid", Long.toString(position.xid()))
                .param("seq", position.seq())
                .param("from", from)
                .param("below", below);
    }

    private static Instant day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Tally.Standing standing(ResultSet row, Instant from) throws SQLException {
        return new Tally.Standing(
                alike(row, from),
                MessageState.ofNumber(row.getInt("state")),
                row.getLong("messages"),
                row.getLong("parts"),
                Money.of(row.getBigDecimal("charged")));
    }

    private static Tally.Marked marked(ResultSet row) throws SQLException {
        return new Tally.Marked(
                alike(row, accepted(row)), MessageMark.ofNumber(row.getInt("kind")), row.getLong("messages"));
    }

    private static Tally.Happened happened(ResultSet row) throws SQLException {
        int kind = row.getInt("kind");
        return new Tally.Happened(
                new AccountId(row.getLong("account")),
                campaign(row),
                Instant.ofEpochSecond(row.getLong("hour") * SECONDS_OF_AN_HOUR),
                kind == 0 ? null : MessageMark.ofNumber(kind),
                row.getLong("messages"));
    }

    private static Tally.Failed failed(ResultSet row) throws SQLException {
        return new Tally.Failed(
                new AccountId(row.getLong("account")),
                accepted(row),
                campaign(row),
                row.getString("mcc_mnc"),
                row.getString("code"),
                row.getBoolean("receipt"),
                row.getLong("messages"));
    }

    private static Instant accepted(ResultSet row) throws SQLException {
        return MessageId.EPOCH.plusSeconds(row.getLong("hour") * SECONDS_OF_AN_HOUR);
    }

    private static Tally.Alike alike(ResultSet row, Instant from) throws SQLException {
        return new Tally.Alike(
                new AccountId(row.getLong("account")),
                from,
                campaign(row),
                Way.ofNumber(row.getInt("way")),
                row.getString("sender"),
                row.getString("mcc_mnc"),
                row.getString("region"));
    }

    private static @Nullable CampaignId campaign(ResultSet row) throws SQLException {
        long campaign = row.getLong("campaign");
        return campaign == 0 ? null : new CampaignId(campaign);
    }

    @Override
    public Optional<Instant> oldestBehind(FactCursors.Position position) {
        return jdbc.sql("""
                SELECT at FROM pipeline.message_event f
                 WHERE (f.xid, f.seq) > (:xid::text::xid8, :seq) AND f.at > now() - interval '3 days'
                 ORDER BY f.xid, f.seq LIMIT 1""")
                .param("xid", Long.toString(position.xid()))
                .param("seq", position.seq())
                .query((row, _) -> Times.instant(row, "at"))
                .optional();
    }
}
