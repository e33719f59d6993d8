package io.vestnik.platform.statistics.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.MailingReport.Reason;
import io.vestnik.platform.statistics.Sums;
import io.vestnik.platform.statistics.domain.Narrowing;
import io.vestnik.platform.statistics.domain.SumReader;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSumReader implements SumReader {
    private static final String SUMS = SumColumns.each(SumColumns.ALL, "sum(%s) AS %s");
    private static final int MOST_CHOICES = 1_000;

    private final JdbcClient jdbc;

    JdbcSumReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Lines sum(Collection<AccountId> accounts, ZoneId zone, Narrowing narrowing, Column column, int most) {
        boolean hourly = column == Column.HOUR;
        if (hourly && narrowing.region() != null) {
            throw new IllegalArgumentException("Hours are counted without regions");
        }
        // The days of the zone, whose hours carry their own.
        String day = hourly ? "(hour AT TIME ZONE :zone)" : "day";
        String key = key(column);
        List<Line> lines = new ArrayList<>();
        Sums[] total = {Sums.NONE};
        jdbc.sql("SELECT grouping(k) AS whole, k, " + SUMS + " FROM (SELECT *, " + key + " AS k FROM statistics."
                        + (hourly ? "hourly" : "daily") + ") t WHERE account = ANY(:accounts::bigint[]) AND "
                        + (hourly ? "hour >= :start AND hour < :end" : "day BETWEEN :from AND :to")
                        + narrowed(narrowing, day)
                        + " GROUP BY GROUPING SETS ((k), ()) ORDER BY whole DESC, "
                        + (ofTime(column) ? "k" : messages() + " DESC, k") + " LIMIT :most + 1")
                .param("accounts", values(accounts))
                .param("zone", zone.getId())
                .param("start", start(narrowing.from(), zone))
                .param("end", start(narrowing.to().plusDays(1), zone))
                .param("from", narrowing.from())
                .param("to", narrowing.to())
                .param(
                        "weekdays",
                        narrowing.weekdays().stream().map(DayOfWeek::getValue).toArray(Integer[]::new))
                .param("way", narrowing.way() == null ? 0 : narrowing.way().number())
                .param("sender", narrowing.sender())
                .param("network", narrowing.network())
                .param("region", narrowing.region())
                .param("campaigns", numbers(Objects.requireNonNullElse(narrowing.campaigns(), Set.of())))
                .param("most", most)
                .query(row -> {
                    if (row.getInt("whole") == 1) {
                        total[0] = sums(row);
                    } else {
                        lines.add(new Line(row.getString("k"), sums(row)));
                    }
                });
        return new Lines(lines, total[0]);
    }

    private static Object start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static String key(Column column) {
        return switch (column) {
            case NONE -> "''::text";
            case HOUR -> "to_char(hour AT TIME ZONE :zone, 'YYYY-MM-DD\"T\"HH24:MI')";
            case DAY -> "day::text";
            case WEEK -> "date_trunc('week', day)::date::text";
            case MONTH -> "date_trunc('month', day)::date::text";
            case SENDER -> "sender";
            case NETWORK -> "mcc_mnc";
            case REGION -> "region";
            case WAY -> "way::text";
            case CAMPAIGN -> "CASE WHEN campaign = 0 THEN '' ELSE campaign::text END";
            case ACCOUNT -> "account::text";
        };
    }

    private static boolean ofTime(Column column) {
        return switch (column) {
            case HOUR, DAY, WEEK, MONTH -> true;
            case NONE, SENDER, NETWORK, REGION, WAY, CAMPAIGN, ACCOUNT -> false;
        };
    }

    private static String messages() {
        return "sum(" + String.join(" + ", SumColumns.STATES) + ")";
    }

    private static String narrowed(Narrowing narrowing, String day) {
        return (narrowing.weekdays().isEmpty()
                        ? ""
                        : " AND extract(isodow FROM " + day + ")::int = ANY(:weekdays::int[])")
                + (narrowing.way() == null ? "" : " AND way = :way")
                + (narrowing.sender() == null ? "" : " AND sender = :sender")
                + (narrowing.network() == null ? "" : " AND mcc_mnc = :network")
                + (narrowing.region() == null ? "" : " AND region = :region")
                + (narrowing.campaigns() == null ? "" : " AND campaign <> 0 AND campaign = ANY(:campaigns::bigint[])");
    }

    private static Long[] values(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }

    private static Long[] numbers(Collection<CampaignId> campaigns) {
        return campaigns.stream().map(CampaignId::value).toArray(Long[]::new);
    }

    private static Sums sums(ResultSet row) throws SQLException {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            long messages = row.getLong(state.code());
            if (messages != 0) {
                states.put(state, messages);
            }
        }
        Map<MessageMark, Long> marks = new EnumMap<>(MessageMark.class);
        for (MessageMark mark : MessageMark.values()) {
            marks.put(mark, row.getLong(mark.code()));
        }
        var charged = row.getBigDecimal("charged");
        return new Sums(states, row.getLong("parts"), charged == null ? Money.ZERO : Money.of(charged), marks);
    }

    @Override
    public Choices choices(Collection<AccountId> accounts, LocalDate from, LocalDate to) {
        List<String> senders = new ArrayList<>();
        List<String> networks = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        Set<CampaignId> campaigns = new HashSet<>();
        jdbc.sql("""
            SELECT grouping(sender, mcc_mnc, region, campaign) AS which, sender, mcc_mnc, region, campaign
              FROM statistics.daily WHERE account = ANY(:accounts::bigint[]) AND day BETWEEN :from AND :to
             GROUP BY GROUPING SETS ((sender), (mcc_mnc), (region), (campaign))
             ORDER BY which, sender, mcc_mnc, region, campaign DESC\
            """)
                .param("accounts", values(accounts))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    switch (row.getInt("which")) {
                        case 0b0111 -> add(senders, row.getString("sender"));
                        case 0b1011 -> add(networks, row.getString("mcc_mnc"));
                        case 0b1101 -> add(regions, row.getString("region"));
                        default -> add(campaigns, row.getLong("campaign"));
                    }
                });
        return new Choices(senders, networks, regions, campaigns);
    }

    private static void add(List<String> to, String value) {
        if (to.size() < MOST_CHOICES && !value.isEmpty()) {
            to.add(value);
        }
    }

    private static void add(Set<CampaignId> to, long value) {
        if (to.size() < MOST_CHOICES && value > 0) {
            to.add(new CampaignId(value));
        }
    }

    @Override
    public Set<CampaignId> campaigns(AccountId account, LocalDate from, LocalDate to, int most) {
        return Set.copyOf(jdbc.sql("""
            SELECT DISTINCT campaign FROM statistics.daily
             WHERE account = :account AND day BETWEEN :from AND :to AND campaign <> 0
             ORDER BY campaign DESC LIMIT :most\
            """)
                .param("account", account.value())
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, _) -> new CampaignId(row.getLong(1)))
                .list());
    }

    @Override
    public List<AccountId> sending(Collection<AccountId> accounts, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            SELECT a.id FROM unnest(:accounts::bigint[]) AS a(id)
             WHERE EXISTS (SELECT FROM statistics.daily d
                            WHERE d.account = a.id AND d.day BETWEEN :from AND :to)
             ORDER BY a.id LIMIT :most\
            """)
                .param("accounts", values(accounts))
                .param("from", from)
                .param("to", to)
                .param("most", MOST_CHOICES)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    @Override
    public Map<CampaignId, Sums> campaigns(AccountId account, Collection<CampaignId> campaigns) {
        Map<CampaignId, Sums> found = new HashMap<>();
        jdbc.sql("SELECT campaign, " + SUMS + " FROM statistics.daily WHERE account = :account AND campaign <>"
                        + " 0 AND campaign = ANY(:campaigns::bigint[]) GROUP BY campaign")
                .param("account", account.value())
                .param("campaigns", numbers(campaigns))
                .query(row -> {
                    found.put(new CampaignId(row.getLong("campaign")), sums(row));
                });
        return found;
    }

    @Override
    public Map<Instant, Long> happened(
            AccountId account, @Nullable CampaignId campaign, @Nullable MessageMark mark, Instant from, Instant until) {
        Map<Instant, Long> found = new TreeMap<>();
        jdbc.sql("SELECT hour, sum(messages) FROM statistics.happened"
                        + " WHERE account = :account AND kind = :kind AND hour >= :from AND hour < :until"
                        + (campaign == null ? "" : " AND campaign = :campaign AND campaign <> 0")
                        + " GROUP BY hour")
                .param("account", account.value())
                .param("kind", mark == null ? 0 : mark.number())
                .param("campaign", SumColumns.number(campaign))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.put(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2));
                });
        return found;
    }

    @Override
    public List<Reason> failures(AccountId account, CampaignId campaign) {
        return jdbc.sql("""
            SELECT code, receipt, sum(messages) AS messages FROM statistics.failed
             WHERE account = :account AND campaign = :campaign AND campaign <> 0
             GROUP BY code, receipt HAVING sum(messages) > 0 ORDER BY messages DESC, code, receipt\
            """)
                .param("account", account.value())
                .param("campaign", campaign.value())
                .query((row, _) ->
                        new Reason(row.getString("code"), row.getBoolean("receipt"), row.getLong("messages")))
                .list();
    }

    @Override
    @AcrossAccounts("it says nothing of anybody's messages")
    public boolean complete() {
        return jdbc.sql("SELECT through = 0 FROM statistics.progress")
                .query(Boolean.class)
                .single();
    }
}
