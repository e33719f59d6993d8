package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Order.By;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.Where;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Campaigns page by page, in any of their orders, and what they come to. A cursor is the last row's number and, where they are not in
 * the order of numbers, what was compared: it holds though that row is gone. One that cannot be read begins anew.
 */
class CampaignListings {
    /** What people may set conditions on. */
    private static final Map<String, Where.Place> PLACES = Map.of(
            "name", new Where.Place("name", Where.Kind.TEXT),
            "sender", new Where.Place("sender", Where.Kind.TEXT),
            "text", new Where.Place("body", Where.Kind.TEXT),
            "tags", new Where.Place("array_to_string(tags, ', ')", Where.Kind.TEXT),
            "recipients", new Where.Place("recipients", Where.Kind.NUMBER),
            "cost", new Where.Place("cost", Where.Kind.NUMBER),
            "created", new Where.Place("created_at", Where.Kind.MOMENT),
            "sent", new Where.Place("confirmed_at", Where.Kind.MOMENT));

    private static final String MATCHING = """
             WHERE account = :account
               AND (:state::smallint IS NULL OR state = :state::smallint)
               AND (:search::text IS NULL OR strpos(lower(name), lower(:search::text)) > 0)
            """;

    private final JdbcClient jdbc;

    CampaignListings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<StoredCampaign> list(AccountId account, Listing listing, @Nullable String cursor, int limit) {
        By by = listing.order().by();
        boolean down = listing.order().descending();
        Where where = Where.all(listing.conditions(), PLACES);
        Place from = Place.read(by, cursor);
        String behind = from == null ? "" : behind(by, down ? "<" : ">");
        String way = down ? " DESC" : "";
        JdbcClient.StatementSpec statement = matching(
                account,
                listing,
                where,
                "SELECT * FROM campaigns.campaign" + MATCHING + where.sql() + behind + " ORDER BY " + column(by) + way
                        + ", id" + way + " LIMIT :limit");
        if (from != null) {
            statement = statement.param("value", from.value()).param("id", from.id());
        }
        List<StoredCampaign> rows = statement
                .param("limit", limit + 1)
                .query(CampaignRows::campaign)
                .list();
        return Slice.of(rows, limit, row -> Place.of(by, row));
    }

    CampaignStore.Sum sum(AccountId account, Listing listing) {
        Where where = Where.all(listing.conditions(), PLACES);
        return matching(
                        account,
                        listing,
                        where,
                        "SELECT count(*), coalesce(sum(recipients), 0), coalesce(sum(cost), 0) FROM campaigns.campaign"
                                + MATCHING + where.sql())
                .query((row, _) ->
                        new CampaignStore.Sum(row.getLong(1), row.getLong(2), Money.of(row.getBigDecimal(3))))
                .single();
    }

    private JdbcClient.StatementSpec matching(AccountId account, Listing listing, Where where, String sql) {
        return where.on(jdbc.sql(sql))
                .param("account", account.value())
                .param("state", listing.state() == null ? null : listing.state().number())
                .param("search", listing.search());
    }

    List<StoredCampaign> unpaid(AccountId account, Collection<CampaignId> ids) {
        return jdbc.sql("""
                SELECT * FROM campaigns.campaign
                 WHERE account = :account AND state = :state AND id = ANY (:ids) ORDER BY id""")
                .param("account", account.value())
                .param("state", CampaignState.AWAITING_PAYMENT.number())
                .param("ids", ids(ids))
                .query(CampaignRows::campaign)
                .list();
    }

    private static Long[] ids(Collection<CampaignId> ids) {
        return ids.stream().map(CampaignId::value).toArray(Long[]::new);
    }

    Map<CampaignId, Money> owed(AccountId account, Collection<CampaignId> upTo) {
        Map<CampaignId, Money> owed = new HashMap<>();
        jdbc.sql("""
                SELECT id, owed FROM (SELECT id, sum(cost) OVER (ORDER BY id) AS owed FROM campaigns.campaign
                                       WHERE account = :account AND state = :state) waiting
                 WHERE id = ANY (:ids)""")
                .param("account", account.value())
                .param("state", CampaignState.AWAITING_PAYMENT.number())
                .param("ids", ids(upTo))
                .query(row -> {
                    owed.put(new CampaignId(row.getLong(1)), Money.of(row.getBigDecimal(2)));
                });
        return owed;
    }

    private static String behind(By by, String sign) {
        return by == By.ADDED
                ? " AND id " + sign + " :id"
                : " AND (" + column(by) + ", id) " + sign + " (:value::" + type(by) + ", :id)";
    }

    private static String column(By by) {
        return switch (by) {
            case ADDED -> "id";
            case NAME -> "name COLLATE \"ru-RU-x-icu\"";
            case SENDER -> "sender COLLATE \"ru-RU-x-icu\"";
            case RECIPIENTS -> "recipients";
            case COST -> "cost";
            case AT ->
                "CASE WHEN state = " + CampaignState.SCHEDULED.number()
                        + " AND next_at IS NOT NULL THEN next_at ELSE coalesce(confirmed_at, created_at) END";
        };
    }

    private static String type(By by) {
        return switch (by) {
            case ADDED, RECIPIENTS -> "bigint";
            case NAME, SENDER -> "text";
            case COST -> "numeric";
            case AT -> "timestamptz";
        };
    }

    /** Behind which row a page begins. */
    private record Place(long id, String value) {
        static String of(By by, StoredCampaign row) {
            return by == By.ADDED ? row.id().toString() : row.id() + "." + value(by, row);
        }

        private static String value(By by, StoredCampaign row) {
            return switch (by) {
                case ADDED -> row.id().toString();
                case NAME -> row.draft().name();
                case SENDER -> row.draft().sender();
                case RECIPIENTS -> Long.toString(row.recipients());
                case COST -> row.cost().toDecimal().toPlainString();
                case AT -> at(row).toString();
            };
        }

        private static Instant at(StoredCampaign row) {
            StoredCampaign.Expansion expansion = row.expansion();
            if (expansion == null) {
                return row.createdAt();
            }
            return row.state() == CampaignState.SCHEDULED && expansion.nextAt() != null
                    ? expansion.nextAt()
                    : expansion.confirmedAt();
        }

        static @Nullable Place read(By by, @Nullable String cursor) {
            if (cursor == null || !cursor.matches("(?s)\\d{1,18}(\\..*)?")) {
                return null;
            }
            int dot = cursor.indexOf('.');
            if (dot < 0) {
                return by == By.ADDED ? new Place(Long.parseLong(cursor), cursor) : null;
            }
            String value = cursor.substring(dot + 1);
            return by != By.ADDED && fits(by, value)
                    ? new Place(Long.parseLong(cursor.substring(0, dot)), value)
                    : null;
        }

        private static boolean fits(By by, String value) {
            try {
                return switch (by) {
                    case ADDED, RECIPIENTS -> value.matches("\\d{1,18}");
                    case NAME, SENDER -> value.indexOf('\0') < 0;
                    case COST -> value.matches("-?\\d{1,18}(\\.\\d{1,18})?") && new BigDecimal(value).signum() >= 0;
                    case AT -> Instant.parse(value).getEpochSecond() > 0;
                };
            } catch (DateTimeException e) {
                return false; // typed by hand
            }
        }
    }
}
